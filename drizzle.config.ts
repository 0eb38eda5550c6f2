import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './src/main/engine/store/tables.ts',
  out: './resources/migrations/workspace',
});
