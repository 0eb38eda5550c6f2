/**
 * Every key of the program, by where it works. Both the handlers and the panel of keys (F1) read this table.
 *
 * Never Ctrl+Alt (= AltGr), and no single letters in forms. It stands here and not in app/, since features listen by it too.
 */
export const keys = {
  search: { where: 'everywhere', combo: 'Ctrl+K' },
  noteAnyCall: { where: 'everywhere', combo: 'Ctrl+Shift+C' },
  showKeys: { where: 'everywhere', combo: 'F1' },
  nextPane: { where: 'everywhere', combo: 'F6' },
  previousPane: { where: 'everywhere', combo: 'Shift+F6' },
  showLog: { where: 'everywhere', combo: 'F9' },
  showOutbox: { where: 'everywhere', combo: 'Ctrl+Shift+S' },
  lock: { where: 'everywhere', combo: 'Ctrl+Shift+L' },
  undo: { where: 'everywhere', combo: 'Ctrl+Z' },
  redo: { where: 'everywhere', combo: 'Ctrl+Y' },
  back: { where: 'everywhere', combo: 'Escape' },

  showNew: { where: 'queue', combo: 'Ctrl+Shift+N' },
  filterRows: { where: 'queue', combo: 'Ctrl+F' },
  openView: { where: 'queue', combo: 'Ctrl+1' },
  chooseRow: { where: 'queue', combo: 'Space' },
  chooseMore: { where: 'queue', combo: 'Shift+ArrowDown' },
  chooseAll: { where: 'queue', combo: 'Ctrl+A' },
  copyRows: { where: 'queue', combo: 'Ctrl+C' },
  showWhole: { where: 'queue', combo: 'ArrowRight' },
  openNext: { where: 'queue', combo: 'Ctrl+Enter' },
  openRow: { where: 'queue', combo: 'Enter' },
  sortColumn: { where: 'queue', combo: 'Space' },
  previousView: { where: 'queue', combo: 'Ctrl+PageUp' },
  nextView: { where: 'queue', combo: 'Ctrl+PageDown' },

  beginFirst: { where: 'today', combo: 'Ctrl+Enter' },
  showDefinition: { where: 'overview', combo: 'F2' },
  countAnew: { where: 'overview', combo: 'F5' },

  accept: { where: 'station', combo: 'Enter' },
  acceptBack: { where: 'station', combo: 'Shift+Enter' },
  nextField: { where: 'station', combo: 'Tab' },
  verify: { where: 'station', combo: 'Ctrl+Enter' },
  alternatives: { where: 'station', combo: 'Alt+ArrowDown' },
  why: { where: 'station', combo: 'F2' },
  zoom: { where: 'station', combo: 'F3' },
  point: { where: 'station', combo: 'F4' },
  readZone: { where: 'station', combo: 'F5' },
  reportFault: { where: 'station', combo: 'F7' },
  returnFaulty: { where: 'station', combo: 'Shift+F7' },
  attachments: { where: 'station', combo: 'Ctrl+I' },
  park: { where: 'station', combo: 'F8' },
  writeNote: { where: 'station', combo: 'Ctrl+M' },
  supplierLookUp: { where: 'station', combo: 'Ctrl+L' },
  absent: { where: 'station', combo: 'Ctrl+B' },
  copyPrevious: { where: 'station', combo: 'Ctrl+D' },
  compare: { where: 'station', combo: 'Ctrl+J' },
  history: { where: 'station', combo: 'Ctrl+H' },
  showPace: { where: 'station', combo: 'Ctrl+Shift+M' },
  copy: { where: 'station', combo: 'Ctrl+Shift+K' },
  previousPage: { where: 'station', combo: 'Ctrl+PageUp' },
  nextPage: { where: 'station', combo: 'Ctrl+PageDown' },
  previousInvoice: { where: 'station', combo: 'Ctrl+ArrowUp' },
  nextInvoice: { where: 'station', combo: 'Ctrl+ArrowDown' },

  confirmAll: { where: 'sweep', combo: 'Enter' },
  leaveField: { where: 'sweep', combo: 'Space' },
  showInvoice: { where: 'sweep', combo: 'F2' },

  nextWord: { where: 'point', combo: 'ArrowRight' },
  previousWord: { where: 'point', combo: 'ArrowLeft' },
  wordBelow: { where: 'point', combo: 'ArrowDown' },
  wordAbove: { where: 'point', combo: 'ArrowUp' },
  nextBlock: { where: 'point', combo: 'Ctrl+ArrowRight' },
  previousBlock: { where: 'point', combo: 'Ctrl+ArrowLeft' },
  blockBelow: { where: 'point', combo: 'Ctrl+ArrowDown' },
  blockAbove: { where: 'point', combo: 'Ctrl+ArrowUp' },
  lineStart: { where: 'point', combo: 'Home' },
  lineEnd: { where: 'point', combo: 'End' },
  extendRight: { where: 'point', combo: 'Shift+ArrowRight' },
  extendLeft: { where: 'point', combo: 'Shift+ArrowLeft' },
  extendBelow: { where: 'point', combo: 'Shift+ArrowDown' },
  extendAbove: { where: 'point', combo: 'Shift+ArrowUp' },
  takeWord: { where: 'point', combo: 'Enter' },

  openDocument: { where: 'sheet', combo: 'Enter' },
  restorePage: { where: 'sheet', combo: 'Ctrl+T' },

  snooze: { where: 'controls', combo: 'F8' },
  commentOn: { where: 'controls', combo: 'Ctrl+M' },
  share: { where: 'controls', combo: 'Ctrl+D' },
  complete: { where: 'controls', combo: 'Ctrl+Enter' },

  addRow: { where: 'registers', combo: 'Ctrl+N' },
  showSupplier: { where: 'registers', combo: 'Ctrl+L' },
  nextStep: { where: 'registers', combo: 'Ctrl+Enter' },
  findTwins: { where: 'registers', combo: 'F5' },
  mergeTwins: { where: 'registers', combo: 'F4' },
  dismissTwins: { where: 'registers', combo: 'F7' },
  leaveOut: { where: 'registers', combo: 'Space' },

  saveCall: { where: 'call', combo: 'Ctrl+Enter' },

  takeSide: { where: 'conflict', combo: 'Enter' },
  takeRecord: { where: 'conflict', combo: 'Shift+Enter' },

  editFacts: { where: 'card', combo: 'F2' },
  requestChange: { where: 'card', combo: 'F4' },
  showAsOf: { where: 'card', combo: 'Ctrl+H' },
  reveal: { where: 'customer', combo: 'F4' },
  setPrice: { where: 'article', combo: 'F4' },

  noteCall: { where: 'changes', combo: 'F8' },
  approveChange: { where: 'changes', combo: 'Ctrl+Enter' },
  refuseChange: { where: 'changes', combo: 'F7' },
} as const satisfies Record<string, { readonly where: KeyPlace; readonly combo: string }>;

export type KeyPlace =
  | 'everywhere'
  | 'queue'
  | 'today'
  | 'overview'
  | 'station'
  | 'sweep'
  | 'point'
  | 'sheet'
  | 'conflict'
  | 'call'
  | 'controls'
  | 'registers'
  | 'card'
  | 'customer'
  | 'article'
  | 'changes';
export type KeyName = keyof typeof keys;
export const keyNames = Object.keys(keys) as readonly KeyName[];

type Pressed = {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
};

/** The keys that a press may mean, as 'Ctrl+Shift+L'. On a Mac the command key stands for Ctrl. */
export function comboOf({ key, ctrlKey, shiftKey, altKey, metaKey }: Pressed): string {
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return [ctrlKey || metaKey ? 'Ctrl' : '', altKey ? 'Alt' : '', shiftKey ? 'Shift' : '', name]
    .filter((part) => part !== '')
    .join('+');
}
