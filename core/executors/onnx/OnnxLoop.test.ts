import * as ort from 'onnxruntime-node';
import { testLoops } from '../testing/testLoops.ts';
import { onnxExecutor } from './OnnxExecutor.ts';

testLoops(onnxExecutor(ort));
