/**
 * What can happen in the world, and how often. A step is four small numbers besides its kind, taken modulo what there is when it is
 * its turn: so any step makes sense after any other, and a failing run can be made shorter by leaving steps out.
 */
export const weights = {
  receive: 6,
  register: 10,
  finishReading: 1,
  restorePage: 3,
  dropPage: 3,
  teach: 3,
  settleReplay: 3,
  switchRule: 7,
  correct: 10,
  verify: 17,
  verifyDespiteTwin: 3,
  approve: 18,
  park: 4,
  resume: 3,
  reportFault: 5,
  settleFault: 3,
  fetchBack: 2,
  writeNote: 1,
  noteLetter: 1,
  undo: 8,
  setAside: 8,
  changeType: 2,
  handOver: 4,
  takeLease: 6,
  giveLeaseBack: 2,
  takeBasket: 3,
  giveBasketBack: 1,
  takeOver: 3,
  keepCalendars: 3,
  keepViews: 3,
  handleCalls: 5,
  registerSupplier: 1,
  askChange: 4,
  ringAbout: 3,
  decideChange: 4,
  withdrawChange: 2,
  changeFacts: 2,
  dismissTwins: 4,
  importRows: 3,
  keepCustomers: 6,
  keepArticles: 3,
  reportVerdicts: 3,
  handleFinding: 5,
  releaseTwin: 2,
  noteCopy: 1,
  requestRole: 2,
  requestLongerRole: 1,
  decideRole: 2,
  endRole: 2,
  sitDown: 1,
  dealWithRefused: 2,
  exchange: 26,
  askServer: 8,
  bringAnswer: 8,
  breakSnapshot: 2,
  lose: 4,
  repeatPush: 3,
  stalePage: 2,
  malformedPush: 1,
  cutUp: 1,
  cutDown: 2,
  cutBoth: 2,
  heal: 5,
  hint: 1,
  shortTime: 6,
  longTime: 4,
  jumpClock: 1,
  skewServer: 1,
  stationDies: 2,
  stationDiesAtWrite: 4,
  start: 5,
  slowWrites: 2,
  outboxFull: 1,
  replicaFull: 1,
  serverFull: 1,
  diskFreed: 3,
  serverDies: 2,
  serverDiesAtWrite: 3,
  serverWritesSlowly: 1,
  puzzleServer: 1,
  badBlob: 2,
  loseBlob: 2,
  corruptRow: 1,
  pageSize: 2,
} as const;
export type StepKind = keyof typeof weights;
export type Step = { readonly kind: StepKind; readonly who: number; readonly a: number; readonly b: number; readonly c: number };

export const stepKinds = Object.keys(weights) as readonly StepKind[];
const urn: readonly StepKind[] = stepKinds.flatMap((kind) => Array.from({ length: weights[kind] }, () => kind));

export type Plan = { readonly stations: number; readonly steps: readonly Step[] };

/** Whole numbers from 0 up to a limit, the same ones for the same seed. Source: G. Steele and others, SplitMix, by its 32-bit variant. */
export function draws(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    mixed ^= mixed >>> 15;
    return (mixed >>> 0) % below;
  };
}

const fewestSteps = 50;

/** The plan of one run of a seed. */
export function planOf(seed: number, run: number): Plan {
  const draw = draws(Math.imul(seed, 0x85ebca6b) ^ Math.imul(run + 1, 0xc2b2ae35));
  const stations = 3 + draw(3);
  const length = fewestSteps + draw(21);
  const steps = Array.from({ length }, () => {
    const kind = urn[draw(urn.length)] ?? 'exchange';
    return { kind, who: draw(stations), a: draw(256), b: draw(256), c: draw(256) };
  });
  return { stations, steps };
}

export const writeStep = ({ kind, who, a, b, c }: Step): string => `${kind} ${who} ${a} ${b} ${c}`;

/** As `writeStep` wrote it. Throws on anything else. */
export function readStep(text: string): Step {
  const [kind, ...numbers] = text.trim().split(' ');
  const [who = 0, a = 0, b = 0, c = 0] = numbers.map(Number);
  const known = stepKinds.find((each) => each === kind);
  if (known === undefined || numbers.length !== 4 || [who, a, b, c].some(Number.isNaN)) throw new Error(`not a step: ${text}`);
  return { kind: known, who, a, b, c };
}
