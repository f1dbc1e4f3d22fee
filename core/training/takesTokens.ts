/** Whether layers of that type take numbers of tokens instead of features. */
export const takesTokens = (type: string) => type === 'Embedding' || type === 'EmbeddingBag';
