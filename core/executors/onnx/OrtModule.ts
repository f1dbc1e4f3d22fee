/**
 * The ONNX Runtime that is handed in: `onnxruntime-node` in a process, its web sister elsewhere.
 */
export type OrtModule = Pick<
  typeof import('onnxruntime-common'),
  'InferenceSession' | 'Tensor' | 'env'
>;
