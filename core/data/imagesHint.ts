/** Of an image that comes alone. */
export const IMAGES_HINT =
  'Images are imported as a folder, or a ZIP, with one folder for each class.';
