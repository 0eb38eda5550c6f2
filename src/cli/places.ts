import { fileURLToPath } from 'node:url';

/** What ships beside the program. */
export const resourcesFolder = fileURLToPath(new URL('../../resources', import.meta.url));
