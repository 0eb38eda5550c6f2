/** Runs that once broke an invariant, each as few steps as were enough. What a seed means changes with the plan; these steps do not. */
export type Regression = {
  readonly mistake: string;
  /** Where it was found: seed and run of the plan as it was then. */
  readonly found: string;
  readonly broke: string;
  readonly stations: number;
  readonly steps: readonly string[];
};

export const regressions: readonly Regression[] = [
  {
    mistake: 'two commands that were saved at once got the same number',
    found: 'seed 1, run 294',
    broke: 'I4',
    stations: 3,
    steps: ['register 0 227 50 142', 'slowWrites 0 120 77 174', 'verifyDespiteTwin 0 112 162 34'],
  },
  {
    mistake: 'a command whose blob came while the disk was full never got a number',
    found: 'seed 1, run 101',
    broke: 'I14',
    stations: 3,
    steps: ['receive 1 152 22 143', 'stationDiesAtWrite 1 1 0 0', 'exchange 1 20 0 0', 'outboxFull 1 0 0 0', 'exchange 1 20 0 0'],
  },
  {
    mistake: 'a command whose effect came with a snapshot, before its answer, was put on the rows twice',
    found: 'seed 1, run 1364',
    broke: 'I9',
    stations: 4,
    steps: [
      ...['verify 3 30 65 197', 'verify 1 201 101 208', 'askServer 3 50 250 213', 'shortTime 3 105 120 163'],
      ...['endRole 1 45 152 34', 'exchange 3 255 115 182', 'replicaFull 2 216 87 121', 'resume 2 110 171 198'],
      ...['exchange 0 217 163 125', 'grantRole 2 127 248 47', 'grantRole 2 92 20 249', 'lose 1 204 97 57'],
      ...['handOver 0 184 232 253', 'approve 0 119 26 28', 'start 2 67 138 103', 'exchange 2 80 60 81'],
      ...['register 3 218 97 147', 'jumpClock 3 95 247 78', 'diskFreed 0 14 223 162', 'askServer 2 205 9 155'],
      ...['bringAnswer 1 95 236 253', 'loseBlob 3 230 142 235', 'exchange 3 70 233 70', 'sitDown 2 80 117 174'],
      ...['exchange 2 150 150 5'],
    ],
  },
  {
    mistake: 'nothing was kept of refused work whose rows the disk had refused',
    found: 'seed 1, run 351',
    broke: 'kept',
    stations: 3,
    steps: ['puzzleServer 0 123 18 85', 'replicaFull 2 188 220 151', 'takeLease 2 129 145 108', 'repeatPush 2 170 9 79'],
  },
  {
    mistake: 'a command stayed in doubt that was accepted after its effect had come with a snapshot',
    found: 'seed 1, run 8981',
    broke: 'I9',
    stations: 5,
    steps: ['longTime 4 193 211 26', 'endRole 4 170 138 255', 'askServer 4 39 115 70', 'longTime 2 8 179 253'],
  },
  {
    mistake: "two rows met that share what only one may have, while the server's rows were put back one by one",
    found: 'seed 1, run 16733',
    broke: 'I14',
    stations: 3,
    steps: [
      ...['verify 1 7 83 40', 'longTime 1 192 33 181', 'repeatPush 1 193 251 203', 'register 1 43 149 137'],
      ...['longTime 1 148 185 74', 'askServer 1 76 140 160', 'undo 1 202 46 245', 'verify 1 83 103 16'],
    ],
  },
];
