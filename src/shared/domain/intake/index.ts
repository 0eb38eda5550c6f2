export * from './file-page.ts';
export * from './source-file.ts';
