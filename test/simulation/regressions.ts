/**
 * Runs that once broke an invariant, each as few steps as were enough. `defect` makes the mistake again: a test sees that the steps still
 * meet it, for what a step comes to changes with the world. Then they are drawn and shortened anew.
 */
export type Regression = {
  readonly mistake: string;
  /** Where it was found first: seed and run of the plan as it was then. */
  readonly found: string;
  readonly defect: string;
  readonly broke: string;
  readonly stations: number;
  readonly steps: readonly string[];
};

export const regressions: readonly Regression[] = [
  {
    mistake: 'two commands that were saved at once got the same number',
    found: 'seed 1, run 294',
    defect: 'two number at once',
    broke: 'I4',
    stations: 5,
    steps: ['receive 2 242 186 186', 'slowWrites 2 226 66 7', 'setAside 2 97 104 143'],
  },
  {
    mistake: 'a command whose blob came just before a crash never got a number',
    found: 'seed 1, run 101',
    defect: 'numbered only when a blob comes',
    broke: 'I14',
    stations: 4,
    steps: ['stationDiesAtWrite 2 106 107 226', 'noteCopy 2 16 60 16', 'exchange 2 99 33 20'],
  },
  {
    mistake: 'a command whose effect came before its answer was put on the rows twice',
    found: 'seed 1, run 1364; drawn anew as seed 1, run 2512',
    defect: 'effect put on twice',
    broke: 'shown',
    stations: 3,
    steps: [
      'switchRule 0 163 228 19',
      'setAside 0 241 116 233',
      'verify 1 35 110 78',
      'exchange 2 1 47 83',
      'serverDiesAtWrite 2 66 197 74',
      'keepArticles 2 73 17 236',
      'approve 1 4 21 51',
      'bringAnswer 1 168 173 141',
      'askServer 1 110 116 193',
      'exchange 0 32 195 104',
      'sitDown 0 107 48 84',
      'noteCopy 1 215 117 66',
      'heal 0 3 118 227',
      'exchange 0 43 172 218',
      'receive 0 188 169 114',
    ],
  },
  {
    mistake: 'nothing was kept of refused work whose rows the disk had refused',
    found: 'seed 1, run 351',
    defect: 'answer taken before the rows have caught up',
    broke: 'kept',
    stations: 5,
    steps: ['replicaFull 3 219 64 100', 'verify 3 35 165 178', 'verify 1 37 177 97'],
  },
  {
    mistake: 'a command stayed in doubt that was accepted after its effect had come with a snapshot',
    found: 'seed 1, run 8981',
    defect: 'effect left on when the answer comes after it',
    broke: 'I9',
    stations: 3,
    steps: [
      'verifyDespiteTwin 2 119 74 57',
      'longTime 1 100 243 120',
      'dismissTwins 2 105 112 104',
      'lose 2 95 175 253',
      'sitDown 2 214 64 90',
      'park 2 71 184 89',
      'outboxFull 2 181 193 167',
      'exchange 2 96 159 217',
    ],
  },
  {
    mistake: 'two rows met that share what only one may have, while the rows of the server were put back one by one',
    found: 'seed 1, run 16733',
    defect: 'shadows restored one by one',
    broke: 'I14',
    stations: 3,
    steps: [
      'verify 2 194 38 108',
      'serverDiesAtWrite 1 45 147 110',
      'takeLease 1 240 171 3',
      'longTime 0 172 106 124',
      'changeType 2 31 216 107',
      'undo 2 218 70 243',
      'exchange 2 91 247 55',
      'verifyDespiteTwin 2 81 63 78',
    ],
  },
  {
    mistake: 'nothing was kept of work that the rows had never taken, where another person sat down before they could',
    found: 'seed 1, run 66',
    defect: 'nothing kept where the rows took nothing',
    broke: 'kept',
    stations: 5,
    steps: [
      'replicaFull 3 219 64 100',
      'lose 3 165 172 239',
      'longTime 0 96 26 72',
      'verify 3 35 165 178',
      'sitDown 3 211 110 19',
      'verify 1 37 177 97',
    ],
  },
];
