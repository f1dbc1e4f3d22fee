/**
 * What an edit of an experiment did, as data: it is stored with the undo log, and the words for it
 * are made where it is shown, in the language of that moment.
 */
import { z } from 'zod';
import { GroupName, LayerName, MOST_LAYERS } from './ModelSpec.ts';
import { LocalizedText } from './primitives.ts';

const Name = z.string().min(1).max(200);
const Layers = z.number().int().min(1).max(MOST_LAYERS);

/** `replace`: all layers of the network by others. */
export const LayerVerb = z.enum([
  'add',
  'remove',
  'move',
  'duplicate',
  'group',
  'ungroup',
  'wrap',
  'unwrap',
  'replace',
]);
export type LayerVerb = z.infer<typeof LayerVerb>;

export const EditName = z.discriminatedUnion('edit', [
  /** `type` of the one layer it was done to; absent for several. */
  z.strictObject({
    edit: z.literal('layers'),
    verb: LayerVerb,
    type: Name.optional(),
    count: Layers,
  }),
  /** An option of a component, or of so many layers of one type. */
  z.strictObject({ edit: z.literal('option'), type: Name, option: Name, count: Layers }),
  z.strictObject({ edit: z.literal('groupName'), name: GroupName }),
  /** `isWritten` false: it was taken away, here and of a layer. */
  z.strictObject({ edit: z.literal('groupNote'), name: GroupName, isWritten: z.boolean() }),
  /** Absent: it was taken away. */
  z.strictObject({ edit: z.literal('layerName'), type: Name, name: LayerName.optional() }),
  z.strictObject({ edit: z.literal('layerNote'), type: Name, isWritten: z.boolean() }),
  z.strictObject({ edit: z.literal('template'), name: LocalizedText }),
  z.strictObject({ edit: z.literal('fix'), label: LocalizedText }),
  /** The layers, in a way that has no name of its own. */
  z.strictObject({ edit: z.literal('network') }),
  /** A place of the document by its keys, without positions: `training.batchSize`. */
  z.strictObject({ edit: z.literal('setting'), place: Name }),
  /** Places that have nothing in common. */
  z.strictObject({ edit: z.literal('settings') }),
]);
export type EditName = z.infer<typeof EditName>;
