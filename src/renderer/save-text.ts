/** Lets the clerk save a text as a file, marked so that spreadsheets read its letters right. */
export function saveText(fileName: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob(['\ufeff', text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // by then the file has been written
}
