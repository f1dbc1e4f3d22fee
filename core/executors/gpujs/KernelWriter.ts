/**
 * Writes the source of one kernel: a JavaScript function of text that GPU.js translates for the
 * GPU.
 *
 * A node's value at a place is asked for by `read`. What stands in memory is read from an argument;
 * everything else is written out on the spot, so neighbours become one kernel by being asked for.
 * Within a block no value is written twice.
 */
import type { ElementIndex } from './ElementIndex.ts';
import type { GpuNode } from './GpuNode.ts';
import type { ShaderDialect } from './ShaderDialect.ts';

/** How a node's value at a place is computed; adds lines and gives an expression. */
export type ValueWriter = (writer: KernelWriter, node: GpuNode, index: ElementIndex) => string;

interface Block {
  readonly lines: string[];
  readonly values: Map<GpuNode, Map<string, string>>;
}

export class KernelWriter {
  /** Nodes in memory that the kernel reads, in the order of its arguments. */
  readonly arguments: GpuNode[] = [];
  readonly dialect: ShaderDialect;
  readonly #isInMemory: (node: GpuNode) => boolean;
  readonly #write: ValueWriter;
  readonly #blocks: Block[] = [{ lines: [], values: new Map() }];
  #names = 0;

  constructor(
    isInMemory: (node: GpuNode) => boolean,
    writeValue: ValueWriter,
    dialect: ShaderDialect,
  ) {
    this.#isInMemory = isInMemory;
    this.#write = writeValue;
    this.dialect = dialect;
  }

  /** An expression for the node's value at the place. */
  read(node: GpuNode, index: ElementIndex): string {
    if (this.#isInMemory(node)) return this.#once(node, index, () => this.#load(node, index));
    if (node.op.kind === 'constant' && node.op.values.length === 1) {
      return numberText(node.op.values[0]);
    }
    return this.#write(this, node, index);
  }

  /** The value of a node that is computed here, kept in a variable for all who ask again. */
  compute(node: GpuNode, index: ElementIndex, write: () => string): string {
    return this.#once(node, index, write);
  }

  /** A node in memory as an integer index; it is read in place. */
  readInteger(node: GpuNode, index: ElementIndex): string {
    return this.dialect.integer(this.read(node, index));
  }

  /** A variable that may be assigned to. */
  variable(start: string): string {
    const name = this.#name();
    this.line(`let ${name} = ${start};`);
    return name;
  }

  line(text: string): void {
    this.#blocks[this.#blocks.length - 1].lines.push(text);
  }

  /** for (counter from 0 to count − 1); what is read inside is written inside. */
  loop(count: number, body: (counter: string) => void): void {
    const counter = this.#name();
    this.#block(`for (let ${counter} = 0; ${counter} < ${count}; ${counter}++) {`, () =>
      body(counter),
    );
  }

  branch(condition: string, body: () => void): void {
    this.#block(`if (${condition}) {`, body);
  }

  source(result: string): string {
    const parameters = this.arguments.map((_, index) => `a${index}`).join(', ');
    return `function (${parameters}) {\n${this.#blocks[0].lines.join('\n')}\nreturn ${result};\n}`;
  }

  #block(head: string, body: () => void): void {
    this.#blocks.push({ lines: [], values: new Map() });
    body();
    const { lines } = this.#blocks.pop()!;
    this.line(head);
    for (const line of lines) this.line(line);
    this.line('}');
  }

  #once(node: GpuNode, index: ElementIndex, write: () => string): string {
    const place = index.flat();
    for (const { values } of this.#blocks) {
      const known = values.get(node)?.get(place);
      if (known !== undefined) return known;
    }
    const expression = write();
    const name = this.#name();
    this.line(`const ${name} = ${expression};`);
    const { values } = this.#blocks[this.#blocks.length - 1];
    values.set(node, (values.get(node) ?? new Map<string, string>()).set(place, name));
    return name;
  }

  #load(node: GpuNode, index: ElementIndex): string {
    const known = this.arguments.indexOf(node);
    const argument = known < 0 ? this.arguments.push(node) - 1 : known;
    return `a${argument}[${index.flat()}]`;
  }

  #name(): string {
    this.#names += 1;
    return `t${this.#names}`;
  }
}

/** The largest float32 stands for infinity, which shader languages do not have. */
const LARGEST = 3.4028234663852886e38;

/** Throws a RangeError for NaN, which shader languages cannot write. */
export function numberText(value: number): string {
  if (Number.isNaN(value)) throw new RangeError('A constant of a program must not be NaN.');
  const finite = Math.max(-LARGEST, Math.min(LARGEST, value));
  return finite < 0 ? `(-${positiveText(-finite)})` : positiveText(finite);
}

/** With a point or an exponent: an integer would be taken for an index. */
function positiveText(value: number): string {
  const text = String(Math.fround(value));
  return /[.e]/.test(text) ? text : `${text}.0`;
}

/** What a search for the largest starts from. */
export const LOWEST = numberText(Number.NEGATIVE_INFINITY);
