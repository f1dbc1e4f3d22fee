/** README.md of a PyTorch project. */
import type { PytorchProjectSource } from './pytorchProject.ts';

export function projectReadme({ spec, file }: PytorchProjectSource): string {
  const { studio, run, epoch } = file.provenance;
  return `# ${spec.name}, for PyTorch

Exported by Descent ${studio} from run ${run}. It needs Python 3.8 and torch 1.13, or newer, and
nothing else.

    pip install -r requirements.txt
    python verify.py          the exported weights give the outputs that Descent computed
    python train.py           trains from the start; --weights weights.safetensors goes on from there
    torchrun --nproc_per_node 4 train.py
                              the same in four processes; train.py says how on several machines

| file | what it holds |
|---|---|
| model.py | the network, with the names of its weights |
| settings.json | loss, optimizer, schedule, seed and all other settings, in PyTorch's words |
| data/ | every raw sample, and the rows of the training, validation and test split |
| preprocessing.json, preprocessing.py | how a raw sample becomes what the network takes |
| data.py, recipe.py | reading the data; loss, optimizer, schedule |
| augment.py | what happens to training samples before they are used |
| augmentations.py, text_augmentations.py | all that Descent can do to samples; random numbers are torch’s own |
| layers.py, tensors.py | layers that PyTorch has not; reading and writing safetensors |
| weights.safetensors | the weights of epoch ${epoch} |
| vectors.json | samples and the outputs that the weights must give for them |
| experiment.descent.json | the experiment as Descent reads it |
| MODEL_CARD.md | where the model comes from and what was measured |

The test split is sealed: \`python train.py --test\` opens it once, at the end.

\`train.py\` writes the weights of the lowest validation loss to trained.safetensors. Take them
back with \`descent import-model trained.safetensors --like MODEL.json\`, where MODEL.json is a model
file of the same network.
`;
}
