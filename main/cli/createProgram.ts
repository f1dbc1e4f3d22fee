/** The terminal's commands and their options; the surface is stable from its first release on. */
import { Command, Option } from 'commander';
import {
  DecimalMark,
  Header,
  ImageFit,
  ImportFormat,
  Quotes,
  TextEncoding,
} from '../../core/contract/ImportOptions.ts';
import type { RunStatus } from '../../core/contract/RunRecord.ts';
import { ExportFormat } from '../../core/contract/StudioApi.ts';
import { studioVersion } from '../studioVersion.ts';
import { type CommandContext, commandContext, type GlobalOptions } from './CommandContext.ts';
import { augmentCommand } from './commands/augmentCommand.ts';
import { checkCommand } from './commands/checkCommand.ts';
import { compareCommand } from './commands/compareCommand.ts';
import { demoCommand } from './commands/demoCommand.ts';
import { devicesCommand } from './commands/devicesCommand.ts';
import { diagnoseCommand } from './commands/diagnoseCommand.ts';
import { editCommand } from './commands/editCommand.ts';
import { evaluateCommand } from './commands/evaluateCommand.ts';
import { exportCommand } from './commands/exportCommand.ts';
import { importCommand } from './commands/importCommand.ts';
import { importModelCommand } from './commands/importModelCommand.ts';
import { inspectCommand } from './commands/inspectCommand.ts';
import { inspectFileCommand } from './commands/inspectFileCommand.ts';
import { lrFindCommand } from './commands/lrFindCommand.ts';
import { predictCommand } from './commands/predictCommand.ts';
import { resumeCommand } from './commands/resumeCommand.ts';
import { runsCommand } from './commands/runsCommand.ts';
import { samplesCommand } from './commands/samplesCommand.ts';
import { showCommand } from './commands/showCommand.ts';
import { statisticsCommand } from './commands/statisticsCommand.ts';
import { trainCommand } from './commands/trainCommand.ts';
import { verifyCommand } from './commands/verifyCommand.ts';
import type { Terminal } from './Terminal.ts';

export interface ProgramHooks {
  readonly terminal: Terminal;
  /** How a training ended decides the exit code. */
  readonly onRunEnd: (status: RunStatus) => void;
  /** Whether an experiment, or a device, is found sound decides it too. */
  readonly onCheckEnd: (isSound: boolean) => void;
}

export function createProgram({ terminal, onRunEnd, onCheckEnd }: ProgramHooks): Command {
  const program = new Command('descent')
    .description('Train neural networks offline, and see why they learn.')
    .version(studioVersion())
    .option('--json', 'print JSON Lines; the last line is a summary')
    .option(
      '--home <folder>',
      'store and datasets (default: DESCENT_HOME, or the platform’s place)',
    )
    .exitOverride();
  const context = () => commandContext(terminal, program.opts<GlobalOptions>());
  addTrainingCommands(program, context, onRunEnd);
  addTrialCommands(program, context, onCheckEnd);
  addDataCommands(program, context);
  addEditCommand(program, context);
  addRunCommands(program, context);
  for (const command of program.commands) inheritGlobalOptions(command, program);
  return program;
}

function addTrainingCommands(
  program: Command,
  context: () => CommandContext,
  onRunEnd: ProgramHooks['onRunEnd'],
): void {
  program
    .command('train <experiment>')
    .description('train a *.descent.json, or a bundled experiment by name')
    .option('--epochs <n>', 'passes over the training split')
    .option('--batch-size <n>', 'samples of a minibatch')
    .option('--learning-rate <x>', 'of the optimizer, before any schedule')
    .option('--seed <n>', 'seed of split, initialisation, order and dropout')
    .option('--track-gradient-norm', 'measure the norm of the gradient in every iteration')
    .option('--checkpoint-every <n>', 'keep the weights after every n-th epoch too')
    .option('--initial-model <id>', 'start from the layers and weights of an imported model')
    .addOption(
      new Option('--device <device>', 'where to compute; auto measures').choices([
        'auto',
        'cpu',
        'gpu',
        'reference',
      ]),
    )
    .action(async (experiment, options) =>
      onRunEnd((await trainCommand(context(), experiment, options)).status),
    );
  program
    .command('resume <run>')
    .description('go on with a run that was stopped or cut off, from where its state is kept')
    .option('--epoch <n>', 'go on behind this checkpoint, and train again what came after')
    .action(async (run, options) =>
      onRunEnd((await resumeCommand(context(), run, options)).status),
    );
  program
    .command('demo')
    .description('train on handwritten digits and export the model')
    .action(async () => onRunEnd((await demoCommand(context())).status));
}

function addTrialCommands(
  program: Command,
  context: () => CommandContext,
  onCheckEnd: ProgramHooks['onCheckEnd'],
): void {
  program
    .command('check <experiment>')
    .description('shapes, parameters, memory and problems of an experiment, or of a *.py or *.txt')
    .option('--input <shape>', 'shape of a sample, for a file with nn.Sequential text')
    .option(
      '--fix <file>',
      'mend the errors that can be mended, and write the experiment to a new file',
    )
    .option('--overfit-one-batch', 'train on one minibatch until it is learned by heart')
    .option('--leakage', 'look for copies, groups and columns by which the split tells too much')
    .action(async (experiment, options) =>
      onCheckEnd(await checkCommand(context(), experiment, options)),
    );
  program
    .command('devices')
    .description('what can be trained on here')
    .option('--self-test', 'train a small network on each, and compare')
    .action(async (options) => onCheckEnd(await devicesCommand(context(), options)));
  program
    .command('compare <first> <second>')
    .description('where two experiments differ, with their layers side by side')
    .action((first, second) => compareCommand(context(), first, second));
  program
    .command('lr-find <experiment>')
    .description('train briefly with a growing learning rate, and suggest one')
    .option('--seed <n>', 'seed of split, initialisation, order and dropout')
    .action((experiment, options) => lrFindCommand(context(), experiment, options));
  program
    .command('augment <experiment>')
    .description('what augmentation makes of a sample in each epoch, and how much it changes')
    .option(
      '--sample <n>',
      'place of the sample in the dataset, from 0; the first training sample if absent',
    )
    .option('--epochs <n>', 'how many epochs to show', '4')
    .option('--seed <n>', 'seed of split, initialisation, order, dropout and augmentation')
    .action((experiment, options) => augmentCommand(context(), experiment, options));
}

/** Whatever is left out is found by looking at the data. */
function withImportOptions(command: Command): Command {
  const choice = (flags: string, description: string, choices: readonly string[]) =>
    new Option(flags, description).choices(choices);
  const { options } = ImportFormat;
  return command
    .addOption(choice('--format <format>', 'format of the file', options))
    .option('--target <column>', 'column to predict')
    .option('--text <column>', 'column of texts, for a text dataset')
    .addOption(choice('--task <task>', 'what the target is', ['classification', 'regression']))
    .addOption(choice('--encoding <encoding>', 'encoding of the text', TextEncoding.options))
    .option('--delimiter <delimiter>', 'between two cells: , ; | or tab')
    .addOption(choice('--decimal <mark>', 'of 1,234.5 or of 1.234,5', DecimalMark.options))
    .addOption(choice('--header <what>', 'whether the first row names columns', Header.options))
    .addOption(choice('--quotes <what>', 'around cells, or letters', Quotes.options))
    .option('--column <name=type...>', 'type of a column: number, category, date or skip')
    .option('--split <column>', 'column that says train, validation or test')
    .addOption(choice('--missing <what>', 'rows with a missing value', ['keep', 'drop']))
    .addOption(choice('--ragged <what>', 'rows of another length', ['refuse', 'drop']))
    .addOption(choice('--damaged <what>', 'images that cannot be read', ['refuse', 'drop']))
    .option('--size <WxH>', 'width and height of images')
    .addOption(choice('--fit <how>', 'images of another size', ImageFit.options))
    .addOption(choice('--color <mode>', 'colour mode of images', ['rgb', 'grey']));
}

function addDataCommands(program: Command, context: () => CommandContext): void {
  program
    .command('samples')
    .description('list the datasets that come with the program')
    .action(() => samplesCommand(context()));
  withImportOptions(program.command('import <path>'))
    .description('import a file or folder: CSV, JSON Lines, images, ZIP, IDX, NPY, Parquet')
    .option('--name <name>', 'name in the library (default: the file’s)')
    .action((path, options) => importCommand(context(), path, options));
  withImportOptions(program.command('inspect-file <path>'))
    .description('say what importing a file or folder would give')
    .action((path, options) => inspectFileCommand(context(), path, options));
  program
    .command('statistics <dataset>')
    .description('a dataset in numbers: classes, columns, duplicates, texts, images')
    .action((dataset) => statisticsCommand(context(), dataset));
  program
    .command('import-model <file>')
    .description('take a model file into the studio, to train on from it')
    .option('--name <name>', 'name in the studio (default: the experiment’s)')
    .option('--like <model>', 'FILE is safetensors: its network is that of this model file')
    .action((file, options) => importModelCommand(context(), file, options));
  program
    .command('verify <model>')
    .description('run the test vectors in a model file through its weights, and compare')
    .action((model) => verifyCommand(context(), model));
  program
    .command('predict <model> <input>')
    .description(
      'predict an image file, rows of a CSV file, a JSON array, or - for the standard input',
    )
    .option('--invert', 'of an image: light becomes dark')
    .addOption(
      new Option('--decimal <mark>', 'of rows of CSV: of 1,234.5 or of 1.234,5').choices(
        DecimalMark.options,
      ),
    )
    .addOption(
      new Option('--header <what>', 'whether the first row of a CSV names columns').choices(
        Header.options,
      ),
    )
    .addOption(
      new Option('--quotes <what>', 'of a CSV: around cells, or letters').choices(Quotes.options),
    )
    .addOption(
      new Option('--encoding <encoding>', 'of a text file; found by looking if absent').choices(
        TextEncoding.options,
      ),
    )
    .action((model, input, flags) => predictCommand(context(), model, input, flags));
}

function addEditCommand(program: Command, context: () => CommandContext): void {
  program
    .command('edit <dataset>')
    .description(
      'exclude samples and correct targets; what was imported is kept, all can be undone',
    )
    .option('--exclude <n...>', 'take samples out of every split, by their places from 0')
    .option('--include <n...>', 'take excluded samples back')
    .option('--label <n=class...>', 'give samples another class, or number')
    .option('--revert <n...>', 'make samples what was imported')
    .option('--revert-all', 'make all samples what was imported')
    .option('--undo', 'take the last step back')
    .option('--redo', 'make the step again that was undone last')
    .option('--reseal', 'even where it changes a test split by which runs are judged')
    .option('--list', 'only list what is edited')
    .action((dataset, options) => editCommand(context(), dataset, options));
}

function addRunCommands(program: Command, context: () => CommandContext): void {
  program
    .command('runs')
    .description('list all runs, newest first')
    .action(() => runsCommand(context()));
  program
    .command('show <run>')
    .description('show one run')
    .action((run) => showCommand(context(), run));
  program
    .command('diagnose <run>')
    .description('say how a run learns, why, and what to do')
    .action((run) => diagnoseCommand(context(), run));
  program
    .command('inspect <run>')
    .description('look inside the network: activations, gradients and updates of every layer')
    .option('--epoch <n>', 'with the weights of this epoch (default: the last)')
    .action((run, options) => inspectCommand(context(), run, options));
  program
    .command('evaluate <run>')
    .description('measure the best weights of a run')
    .option('--epoch <n>', 'the weights of this checkpoint instead')
    .addOption(
      new Option('--split <split>', 'which samples')
        .choices(['train', 'validation', 'test'])
        .makeOptionMandatory(),
    )
    .option('--yes', 'open the seal of the test split without being asked')
    .action((run, options) => evaluateCommand(context(), run, options));
  program
    .command('export <run>')
    .description('write the trained model to a file')
    .option('--epoch <n>', 'the weights of this checkpoint instead of the best')
    .addOption(
      new Option('--format <format>', 'file format').choices(ExportFormat.options).default('json'),
    )
    .requiredOption('-o, --output <path>', 'file, or folder of a PyTorch project, to write')
    .action((run, options) => exportCommand(context(), run, options));
}

/** `descent --json runs` and `descent runs --json` mean the same. */
function inheritGlobalOptions(command: Command, program: Command): void {
  for (const option of program.options.filter(({ long }) => long !== '--version')) {
    command.addOption(new Option(option.flags, option.description));
    command.on(`option:${option.name()}`, (value: string | undefined) =>
      program.setOptionValue(option.name(), value ?? true),
    );
  }
}
