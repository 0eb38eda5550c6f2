import { useCallback, useMemo, useRef, useState } from 'react';
import type { SupplierInvoiceId } from '../../shared/base/ids.ts';
import type { FieldName } from '../../shared/domain/invoice-fields/index.ts';
import { CallPanel } from '../features/call-notes/call-panel.tsx';
import { DropArea } from '../features/intake/drop-area.tsx';
import { SearchDialog } from '../features/search/search-dialog.tsx';
import { useUndo } from '../features/supplier-invoices/use-undo.ts';
import { OutboxPanel } from '../features/sync/outbox-panel.tsx';
import { anyView, NavigationContext, type Place } from '../navigation.ts';
import { type CallBegun, NoteCallContext } from '../note-call.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorBoundary } from '../ui/error-boundary.tsx';
import { WarningIcon } from '../ui/icons.ts';
import { ShellFrame } from '../ui/shell-frame.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { useHome } from '../use-home.ts';
import { KeysPanel } from './keys-panel.tsx';
import { LogPanel } from './log-panel.tsx';
import { goToPane } from './panes.ts';
import { PlaceScreen } from './place-screen.tsx';
import { RailMenu } from './rail-menu.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';

type Props = { readonly onLock: () => void };
type PanelName = 'keys' | 'log' | 'outbox' | 'call';

/** What stands around every screen: the rail, the bar above, the line of status below, and the panels at the side. */
export function Shell({ onLock }: Props) {
  const t = useText();
  const { place: home } = useHome();
  /** Undefined: at home. */
  const [wentTo, setPlace] = useState<Place>();
  const place = wentTo ?? home;
  const [cameFrom, setCameFrom] = useState<SupplierInvoiceId>();
  /** Where the clerk was before a conflict was opened. */
  const before = useRef<Place>(undefined);
  const [panel, setPanel] = useState<PanelName>();
  const [isSearching, setSearching] = useState(false);
  const [call, setCall] = useState<{ readonly begun: CallBegun; readonly turn: number }>({ begun: {}, turn: 0 });
  const noteCall = useCallback((begun: CallBegun) => {
    setCall(({ turn }) => ({ begun, turn: turn + 1 }));
    setPanel('call');
  }, []);
  const go = useCallback((to: Place) => {
    if (to.at === 'invoice') setCameFrom(to.invoiceId);
    setPlace((from) => {
      if (from?.at !== 'conflict') before.current = from;
      return to;
    });
  }, []);
  const view = place?.at === 'invoice' ? place.view : anyView;
  const openInvoice = useCallback(
    (invoiceId: SupplierInvoiceId, field?: FieldName) =>
      go({ at: 'invoice', invoiceId, view, ...(field !== undefined && { focusOn: { field } }) }),
    [go, view],
  );
  const { undo, redo } = useUndo(openInvoice);
  const toggle = (name: PanelName) => setPanel((open) => (open === name ? undefined : name));

  useKeys(
    {
      search: () => setSearching(true),
      noteAnyCall: () => (panel === 'call' ? undefined : noteCall({})),
      showKeys: () => toggle('keys'),
      showLog: () => toggle('log'),
      showOutbox: () => toggle('outbox'),
      nextPane: () => goToPane(1),
      previousPane: () => goToPane(-1),
      lock: onLock,
      undo: (event) => (isTyping(event) ? false : undo()),
      redo: (event) => (isTyping(event) ? false : redo()),
      back: () => (home === undefined || place?.at === home.at ? false : go(home)),
    },
    { level: 0 },
  );
  const showOutbox = useCallback(() => setPanel('outbox'), []);
  const leaveConflict = useCallback(() => {
    setPlace(before.current);
    setPanel('outbox');
  }, []);
  const closePanel = useCallback(() => setPanel(undefined), []);
  const side = useMemo(() => {
    if (panel === 'keys') return <KeysPanel onClose={closePanel} />;
    if (panel === 'call') return <CallPanel key={call.turn} begun={call.begun} onClose={closePanel} />;
    if (panel === 'log') return <LogPanel onClose={closePanel} />;
    return panel === 'outbox' ? <OutboxPanel onClose={closePanel} /> : null;
  }, [panel, call, closePanel]);

  return (
    <NavigationContext value={go}>
      <NoteCallContext value={noteCall}>
        <DropArea>
          <ShellFrame
            top={<TopBar onLock={onLock} onKeys={() => toggle('keys')} onSearch={() => setSearching(true)} />}
            rail={<RailMenu place={place} onGo={go} />}
            main={
              place && (
                <ErrorBoundary
                  key={place.at}
                  fallback={(again) => (
                    <EmptyState icon={<WarningIcon aria-hidden />} title={t.common.broken}>
                      <Button onClick={again}>{t.common.showAgain}</Button>
                    </EmptyState>
                  )}
                >
                  <PlaceScreen place={place} cameFrom={cameFrom} onOutbox={showOutbox} onLeaveConflict={leaveConflict} />
                </ErrorBoundary>
              )
            }
            contentName={t.shell.content}
            side={side}
            status={
              <StatusLine onToday={() => go({ at: 'today' })} onLog={() => toggle('log')} onOutbox={() => toggle('outbox')} />
            }
          />
          {isSearching && <SearchDialog onClose={() => setSearching(false)} />}
        </DropArea>
      </NoteCallContext>
    </NavigationContext>
  );
}

/** In a field with typing that is not saved, Ctrl+Z belongs to the typing. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return false;
  return !target.id.startsWith('field-') || target.dataset.unsaved === 'true';
}
