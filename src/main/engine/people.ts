export { program } from '../../shared/domain/access/index.ts';
export { programPerson } from '../../shared/run/demonstration.ts';
