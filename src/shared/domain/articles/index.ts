export * from './article.ts';
export * from './events.ts';
export * from './register-article.ts';
export * from './rename-article.ts';
export * from './set-price.ts';
export * from './vat-codes.ts';
