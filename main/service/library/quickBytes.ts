/**
 * So large a dataset is looked through here, whatever is asked; a larger one in a process of its
 * own. Copies among so many bytes are found in some hundredths of a second.
 */
export const QUICK_BYTES = 2 ** 21;
