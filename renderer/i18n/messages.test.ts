/**
 * Whether every sentence that core and main can say has its Korean.
 *
 * All string expressions that read as a whole sentence are taken from the sources, with their holes
 * filled; both branches of a condition are taken. It cannot see fragments that are put into a
 * sentence (the `phrases`), sentences without a full stop, and the words of other programs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { translateMessage } from './translateMessage.ts';

/** Said to a program, to a developer, or in the terminal alone: by file. */
const unsaid: Readonly<Record<string, string>> = {
  'core/model/modelCard.ts': 'a document in English',
  'core/layers/refuseShape.ts': 'a sentence in pieces; its wholes are tested below',
  'core/training/checkModel.ts': 'a sentence in pieces; its wholes are tested below',
  'core/training/divergence/Divergence.ts': 'sentences in pieces; their wholes are tested below',
  'core/data/csv/detectDecimal.ts': 'sentences in pieces; their wholes are tested below',
  'core/data/table/nameColumns.ts': 'sentences in pieces; their wholes are tested below',
  'core/data/table/planTable.ts': 'sentences in pieces; their wholes are tested below',
  'main/service/dispatch.ts': 'a malformed request, which the window never makes',
  'main/service/schemaError.ts': 'a malformed request, which the window never makes',
  'main/checkRequest.ts': 'a malformed request, which the window never makes',
  'main/service/library/runImporter.ts': 'a mistake of ours; its other wholes are tested below',
  'main/service/library/importDataset.ts': 'a mistake of ours; its other wholes are tested below',
  'main/serviceHost.ts': 'the log',
};

const root = new URL('../../', import.meta.url);
const folders = ['core', 'main/service', 'main/trainer'];
const others = ['main/ipc.ts', 'main/serviceHost.ts', 'main/checkRequest.ts'];
const isSkipped = (path: string) =>
  /\.test\.ts$|\.d\.ts$|(^|\/)(testing|executors|graph|golden|migrations)\//.test(path);

const files = folders
  .flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${folder}/${name}`),
  )
  .concat(others)
  .filter((path) => !isSkipped(path) && !Object.hasOwn(unsaid, path));

/** Every text the expression can be, its holes filled with A7. */
function textsOf(node: ts.Expression): string[] {
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression);
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(textsOf);
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const ends = textsOf(node.right);
    return textsOf(node.left).flatMap((start) => ends.map((end) => start + end));
  }
  if (!ts.isTemplateExpression(node)) return ['A7'];
  return node.templateSpans.reduce(
    (starts, { expression, literal }) => {
      const holes = textsOf(expression);
      return starts.flatMap((start) => holes.map((hole) => start + hole + literal.text));
    },
    [node.head.text],
  );
}

const isText = (node: ts.Node): node is ts.Expression =>
  ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node);

/** Catalog texts have both languages beside each other; a plain Error is a mistake of ours. */
function isElsewhere(node: ts.Node): boolean {
  if (ts.isPropertyAssignment(node)) return /^(en|ko)$/.test(node.name.getText());
  return ts.isNewExpression(node) && /^(Range|Type)?Error$/.test(node.expression.getText());
}

function sentencesIn(path: string): string[] {
  const source = readFileSync(new URL(path, root), 'utf8');
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isElsewhere(node)) return;
    const sentences = isText(node) ? textsOf(node).filter((text) => SENTENCE.test(text)) : [];
    found.push(...sentences);
    if (sentences.length === 0) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return found;
}

const SENTENCE = /^["A-Z][^\n]* [^\n]*\.$/;

test.each(files.map((path) => [path, sentencesIn(path)] as const).filter(([, all]) => all.length))(
  '%s says nothing without Korean',
  (_, sentences) => {
    expect(sentences.filter((text) => translateMessage('ko', text) === text)).toEqual([]);
  },
);

test.each([
  'Linear expects 784 features. Received 1×28×28: insert Flatten.',
  'LayerNorm expects samples that end in 8. Received 4.',
  'Linear expects 784 features, Conv2d gives 16×12×12: insert Flatten.',
  'Linear expects a flat list of features, the dataset gives 1×8×8: insert Flatten.',
  'Linear expects 784 features, Flatten gives 2304.',
  'team cannot be read: "ours". It is left out.',
  'training.epochs is missing. 1 stands there instead.',
  'The model must end in 3 outputs, one for each of the 3 classes of the dataset. Received [4].',
  'The model must end in 1 output, the number "price". Received [4].',
  'Training diverged: the loss of iteration 3 (epoch 1) is NaN.',
  'Training diverged: the loss of iteration 3 (epoch 1) is 99,000, over the limit of 10,000.',
  'Training diverged: after iteration 3 (epoch 1) "0.weight" holds NaN.',
  'Training diverged: the loss of iteration 3 (epoch 1) is NaN. In iteration 2 the output of layer 2.0 (Linear) holds the first value that is not finite. What grew most since iteration 1 is the gradient of "2.0.weight" in layer 2.0 (Linear): from 0.1 to 3.2e+20.',
  'Training diverged: after iteration 3 (epoch 1) "0.weight" holds NaN. In iteration 3 "optimizer.velocity.0.weight" of layer 0 (Linear) holds the first value that is not finite.',
  'In iteration 2 the input holds the first value that is not finite.',
  'Scale the features: standardize them, and look for values that are far too large. The epochs before are kept.',
  'Raise epsilon, which keeps the denominator away from zero.',
  'Lower the learning rate, now 10: rates above 1 rarely learn. The epochs before are kept.',
  'Lower the learning rate, now 0.5: a tenth of it is a good next try.',
  'Row 3 has another number of fields than the header: 1 instead of 2. Such a row is left out.',
  '1000 rows or more have another number of fields than the header, which has 4. The first: row 2 has 1, row 3 has 1, row 4 has 1. They were left out.',
  'Nothing was imported. Most rows are such: another delimiter may stand between the fields. Rows of another length can be left out instead.',
  '3 images cannot be read. The first: "a/1.png", "b/2.jpg". The images were left out.',
  'Nothing was imported. Copy the files again, or remove them. Damaged images can be left out instead.',
  'The first row is read as a sample, because "5.1" in it is a number. The columns are called "column 1" to "column 5".',
  'The first row is read as names, though "2019" among them is a number.',
  'Column 2 is called "a 2" here: column 1 has the name "a", too.',
  '2 columns, first column 3, have the name of an earlier one and get a number. Column 3 is called "a 3" here: column 1 has the name "a", too.',
  'Column 3 has no name, and is called "column 3".',
  'Column "column 3" is left out: it has neither a name nor a value.',
  'Column "column 1" is left out: it numbers the rows.',
  'A table must have a target column. Every column has another use or is left out.',
  'Choose the column to predict.',
  '2 columns have no name. The first, column 2, is called "column 2".',
  '500 columns, first "column 5", are left out: they have neither a name nor a value.',
  'Column "a" is left out: 60 different texts in 60 rows are no categories. Column "b" is left out: 60 different texts in 60 rows are no categories. Give a column the type category, or name a column of texts.',
  'There is no column "b" to be the target. The columns are a, c.',
  'There is no column "b".',
  'There is no column "b" of texts.',
  'There is no column "b" with the splits.',
  'Column "b" cannot be both target and text.',
  'Column "b" is read with a decimal comma: "3,14" in row 2 is 3.14.',
  '2 columns are read with grouped digits: "1,234.5" in row 2, column "b", is 1234.5.',
  'Column "b" is read as the other columns are written: "1,234" in row 2 is taken for 1.234. If that is wrong, choose the decimal mark when importing.',
  '2 columns, first "b", are read as the other columns are written: "1,234" in row 2 is taken for 1.234. If that is wrong, choose the decimal mark when importing.',
  'Column "b" holds no numbers so far: "1,234" in row 2 is 1.234 with a decimal comma and 1234 with a decimal point. Choose the decimal mark when importing.',
  '2 columns, first "b", hold no numbers so far: "1,234" in row 2 is 1.234 with a decimal comma and 1234 with a decimal point. Choose the decimal mark when importing.',
  'Column "b" is read with a decimal point: "325.527" in row 2 is 325.527, and would be 325527 with a decimal comma. If that is wrong, choose the decimal mark when importing.',
  '2 columns, first "b", are read with a decimal point: "325.527" in row 2 is 325.527, and would be 325527 with a decimal comma. If that is wrong, choose the decimal mark when importing.',
  'Column "b" can be read in two ways: "1,234" is 1.234 with a decimal comma and 1234 with a decimal point.',
  'Column "b" is left out: 60 different texts in 60 rows are no categories.',
  'A table must have at most 65536 columns. Received 70000.',
  '"a.npy" must hold numbers or texts of a fixed length. Its element type is "<c8".',
  'The import was cancelled.',
  'The library is as it was.',
  'Reading the file did not go on for 120 s.',
  'The file may be damaged. The library is as it was.',
  'Reading the file ended the importer process.',
  'There is no file or folder "a".',
  'Line 1, column 26: Dropout p must be in [0, 1). Received 1.2.',
  '"/tmp/a.csv" was not chosen in a dialog. Choose where to save.',
  'The studio service is not running.',
])('%s', (text) => {
  expect(translateMessage('ko', text)).toMatch(/[가-힣]/);
});
