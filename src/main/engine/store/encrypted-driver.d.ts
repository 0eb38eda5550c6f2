/** The encrypted build of better-sqlite3 has the same API; its own types cannot be found through its package.json. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';
  export default Database;
}
