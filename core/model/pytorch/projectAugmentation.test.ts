/** The augmentation of an exported project, held against Descent's own where there is PyTorch. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { batchAugmentations } from '../../augmentation/batch/registry.ts';
import { imageAugmentations } from '../../augmentation/image/registry.ts';
import { prepareAugmentation } from '../../augmentation/prepareAugmentation.ts';
import { textOf } from '../../augmentation/text/Passage.ts';
import { textAugmentations } from '../../augmentation/text/registry.ts';
import { createTextAugmenter } from '../../augmentation/text/TextAugmenter.ts';
import { lcg } from '../../golden/testing/lcg.ts';
import { projectAugmentation } from './projectAugmentation.ts';
import { snakeCase } from './pytorchArguments.ts';
import { call, python, torch, twoProcesses } from './testing/callPython.ts';
import { bundledSource } from './testing/projectSources.ts';
import { writeProject } from './testing/writeProject.ts';

interface GoldenCase {
  readonly type: string;
  readonly reference: string;
  readonly shape: number[];
  readonly seed: number;
  readonly drawn: Record<string, number>;
  readonly expected: readonly number[];
}

const goldens = new URL('../../golden/augmentations.json', import.meta.url);

const everyTransform = imageAugmentations.map(({ descriptor }) => ({
  type: descriptor.type,
  options: { p: 0.5 },
}));
const everyMix = batchAugmentations.map(({ descriptor }) => ({
  type: descriptor.type,
  options: { p: 0.5 },
}));

const everyEdit = textAugmentations.map(({ descriptor: { type } }) => ({
  type,
  options: {
    p: 0.8,
    count: 2,
    ...(type === 'SynonymReplacement'
      ? { synonyms: ['학교: 학원, 교실', 'good: "great", fine'] }
      : {}),
    ...(type === 'RandomInsertion' ? { words: ['really'] } : {}),
  },
}));

test('its augment.py has every step for images, texts and minibatches', async () => {
  const augmentation = [...everyTransform, ...everyMix];
  const folder = writeProject(await bundledSource('digits-mlp', { augmentation }));
  const module = readFileSync(join(folder, 'augment.py'), 'utf8');
  expect(module).toContain('\n    RandomRotation(degrees=15, fill=0, p=0.5),\n');
  expect(module).toContain('\nmix = Mix(\n    MixUp(alpha=1, p=0.5),\n');
  expect(module.match(/^ {4}\w+\(/gm)).toHaveLength(everyTransform.length + everyMix.length);
  expect(readFileSync(join(folder, 'requirements.txt'), 'utf8')).toBe('torch>=1.13\n');
  const texts = projectAugmentation(everyEdit);
  expect(texts).toContain('WordDeletion(leave_blank=True, count=2, share=0, p=0.8),');
  expect(texts).toContain(
    'SynonymReplacement(synonyms=("학교: 학원, 교실", "good: \\"great\\", fine"), count=2,',
  );
  expect(texts).toContain('RandomInsertion(words=("really",), count=2,');
  expect(projectAugmentation([])).toContain('\naugment = None\n\nmix = None\n');
});

describe.skipIf(!python)('in PyTorch', () => {
  test('every image transform equals what scipy, torchvision or Pillow make of it', async () => {
    const folder = writeProject(await bundledSource('digits-mlp'));
    const { cases }: { cases: readonly GoldenCase[] } = JSON.parse(readFileSync(goldens, 'utf8'));
    // What these draw is a seed of Descent's own generator.
    const isDrawn = ({ drawn }: GoldenCase) => 'seed' in drawn;
    const known = cases.filter((one) => !isDrawn(one) && !one.type.includes(','));
    expect(new Set(known.map(({ type }) => type)).size).toBe(everyTransform.length - 2);
    writeFileSync(
      join(folder, 'cases.json'),
      JSON.stringify(
        known.map(({ type, shape, seed, drawn, expected }) => {
          const source = Array.from(lcg(seed, shape), (value) => Math.floor((value + 1) * 128));
          const { fill = null, ...rest } = drawn;
          const values = Object.entries(rest).map(([name, value]) => [snakeCase(name), value]);
          return { type, shape, fill, drawn: Object.fromEntries(values), source, expected };
        }),
      ),
    );
    const script = `
import json, torch
import augmentations
for case in json.load(open("cases.json")):
    step = getattr(augmentations, case["type"])()
    step.fill = case["fill"]
    image = torch.tensor(case["source"], dtype=torch.uint8).reshape(case["shape"])
    made = augmentations.Augment(step).apply(image, [case["drawn"]]).flatten().double()
    expected = torch.tensor(case["expected"], dtype=torch.float64).flatten().clamp(0, 255)
    print(json.dumps([case["type"], float((made - expected).abs().max())]))
`;
    const { stdout, stderr } = call(torch, ['-c', script], folder);
    const made = stdout
      .trim()
      .split('\n')
      .map((line): [string, number] => JSON.parse(line));
    expect(made.length, stderr).toBe(known.length);
    for (const [index, [type, difference]] of made.entries()) {
      // As in Descent: rounded once, where Pillow rounds the mean too and cuts.
      const most = known[index].reference === 'pillow' ? 1 : 0.51;
      expect(difference, type).toBeLessThanOrEqual(most);
    }
  });

  test('it trains on images that are changed and mixed, in one process and in two', async () => {
    const source = await bundledSource('digits-mlp', {
      augmentation: [...everyTransform, ...everyMix],
      loss: { type: 'CrossEntropyLoss', options: { weight: [1, 2, 1, 1, 1, 1, 1, 1, 1, 3] } },
    });
    const folder = writeProject(source);
    for (const launch of [['train.py'], ['-c', twoProcesses]]) {
      const { status, stderr, stdout } = call(torch, [...launch, '--epochs', '1'], folder);
      expect(status, stderr).toBe(0);
      expect(stdout).toMatch(/epoch 1\/1 +train \d/);
    }
  });

  test('every text augmentation makes of a text what Descent makes of it', async () => {
    const folder = writeProject(await bundledSource('emoji-ko', { augmentation: everyEdit }));
    const texts = [
      '나는 학교에 가는 것을 좋아한다 .',
      '  Good movies, "really" good: well-known ones (and others)!',
      '학교로 학교는 간다',
      'one',
      '',
      '👍🏽 좋다 , 3.14 isn’t 3,14',
    ];
    const { text: steps } = prepareAugmentation(everyEdit);
    const augmenters = steps.map((step) => createTextAugmenter([step]));
    const cases = texts.flatMap((text) =>
      augmenters.flatMap((augmenter) =>
        [0, 1, 2, 3].map((index) => {
          const [one] = augmenter.draw({ seed: 3, epoch: 1, index }, text);
          const { words: _, from, to, ...rest } = (one.drawn ?? {}) as Record<string, unknown>;
          const type = one.step.definition.descriptor.type;
          const own = type === 'RandomInsertion' ? { words: one.drawn?.words } : {};
          const moves = from === undefined ? {} : { start: from, target: to };
          const values = Object.entries({ ...rest, ...own, ...moves });
          const drawn = Object.fromEntries(values.map(([name, value]) => [snakeCase(name), value]));
          const expected = textOf(augmenter.apply([one], text));
          return { type, text, drawn: one.drawn ? drawn : null, expected };
        }),
      ),
    );
    expect(cases.filter(({ text, expected }) => text !== expected).length).toBeGreaterThan(40);
    writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases));
    const script = `
import json, torch
import text_augmentations as module
from augment import augment
for case in json.load(open("cases.json")):
    passage = module.passage_of(case["text"])
    if case["drawn"] is not None:
        passage = getattr(module, case["type"]).apply(passage, **case["drawn"])
    assert passage.text() == case["expected"], (case, passage.text())
words = [("학교에", "학교", "학원"), ("학교는", "학교", "학원"), ("학교로", "학교", "학원"), ("학교로", "학교", "교실")]
print([module.replace_stem(*one) for one in words + [("가는", "가", "오"), ("학교은", "학교", "학원"), ("영화와", "영화", "연극")]])
torch.manual_seed(1)
made = [augment("나는 학교에 가는 것을 좋아한다 .") for _ in range(200)]
assert augment("one") == "one" and augment("") == ""
assert all(text.strip() for text in made) and len(set(made)) > 100
alone = module.AugmentText(module.WordSwap(count=1, share=0), module.WordSwap(count=1, share=0))
assert all(alone("a b") == "b a" for _ in range(20))
print("done")
`;
    const { stdout, stderr } = call(torch, ['-c', script], folder);
    expect(stdout, stderr).toContain('done');
    expect(stdout).toContain("['학원에', '학원은', '학원으로', '교실로', None, None, '연극과']");
    const trained = call(torch, ['train.py', '--epochs', '1'], folder);
    expect(trained.status, trained.stderr).toBe(0);
  });

  test('mixed samples keep their shares', async () => {
    const folder = writeProject(await bundledSource('digits-mlp'));
    const script = `
import torch
from augmentations import CutMix, Mix, MixUp
torch.manual_seed(1)
inputs = torch.arange(6.0).reshape(6, 1, 1, 1).expand(6, 2, 8, 8)
for step in (MixUp(alpha=1), CutMix(alpha=1)):
    mixed, partners, share = Mix(step)(inputs)
    assert (partners != torch.arange(6)).all()
    mean = share * torch.arange(6) + (1 - share) * partners
    assert torch.allclose(mixed.mean((1, 2, 3)), mean, atol=1e-5), (mixed.mean((1, 2, 3)), mean)
    assert len(set(share.tolist())) > 1
mixed, partners, share = Mix(MixUp(alpha=1, p=0))(inputs)
assert torch.equal(mixed, inputs) and (share == 1).all()
print("kept")
`;
    const { stdout, stderr } = call(torch, ['-c', script], folder);
    expect(stdout, stderr).toContain('kept');
  });
});
