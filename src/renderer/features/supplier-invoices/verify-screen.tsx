import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { InvoiceCard, QueueRow } from '../../../shared/contract/engine.ts';
import { documentTypes, type FieldName } from '../../../shared/domain/invoice-fields/index.ts';
import type { SupplierInvoice } from '../../../shared/domain/supplier-invoices/index.ts';
import { keys } from '../../keys.ts';
import { useSay } from '../../messages.ts';
import type { FocusOn } from '../../navigation.ts';
import { useNoteCall } from '../../note-call.ts';
import { invoiceName } from '../../sentences.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { ParkIcon } from '../../ui/icons.ts';
import { KeyBar } from '../../ui/key-bar.tsx';
import type { Zoom } from '../../ui/page-picture.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Splitter } from '../../ui/splitter.tsx';
import { StationFrame } from '../../ui/station-frame.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { useExecute } from '../../use-execute.ts';
import { useStored } from '../../use-stored.ts';
import { barKeys } from './bar-keys.ts';
import { InvoiceHeader } from './invoice-header.tsx';
import { PagePane } from './page-pane.tsx';
import { StationFields } from './station-fields.tsx';
import { otherOf, type PanelName, StationPanel } from './station-panel.tsx';
import { useCopy } from './use-copy.ts';
import type { LearnedLine } from './use-learned.ts';
import { useLease } from './use-lease.ts';
import { useMeasures } from './use-measures.ts';
import { usePicture } from './use-picture.ts';
import { usePreliminary } from './use-preliminary.ts';
import { usePrevious } from './use-previous.ts';
import { useReturnFaulty } from './use-return-faulty.ts';
import { fieldsToDecide, useStation } from './use-station.ts';
import { useVerify } from './use-verify.ts';

type Props = {
  readonly card: InvoiceCard;
  readonly neighbours: { readonly next: QueueRow | undefined; readonly count: number };
  /** False while the next invoice is on its way. */
  readonly isCurrent: boolean;
  readonly backTo: string;
  readonly onLeave: () => void;
  readonly onNext: () => boolean;
  readonly focusOn: FocusOn | undefined;
  readonly learned: LearnedLine;
};

const nextZoom = (zoom: Zoom): Zoom => (zoom === 'field' ? 'width' : zoom === 'width' ? 'page' : 'field');

/** The verification station (verifiering): the page beside its fields, everything by keyboard. */
export function VerifyScreen({ card, neighbours, isCurrent, backTo, onLeave, onNext, focusOn, learned }: Props) {
  const t = useText();
  const { person } = useSession();
  const execute = useExecute();
  const say = useSay();
  const noteCall = useNoteCall();
  const { invoice } = card;
  const station = useStation(card);
  const { facts, settle } = station;
  const toDecide = fieldsToDecide(facts);
  const [focused, setFocused] = useState<FieldName>(() => fieldsToDecide(invoice)[0] ?? 'supplierName');
  const [panel, setPanel] = useState<PanelName>();
  const [share, setShare] = useStored(`splitter.${person.id}`, 58);
  const [zoom, setZoom] = useStored<Zoom>(`zoom.${person.id}`, 'width');
  const inputs = useRef(new Map<FieldName, HTMLInputElement>());
  const focusField = useCallback((name: FieldName) => inputs.current.get(name)?.focus(), []);
  const picture = usePicture(station, focused, focusField);
  const copy = useCopy(invoice.id);
  const copyPrevious = usePrevious(station);
  const preliminary = usePreliminary(invoice.id);
  const busy = useLease(invoice.id, isCurrent);
  const mayNotVerify = useWhyNot('supplier-invoices.verify') ?? busy;
  const mayNotPark = useWhyNot('supplier-invoices.park') ?? busy;
  const mayNotCopy = useWhyNot('supplier-invoices.copy');

  const leaveTo = useCallback(() => {
    if (onNext()) return;
    say('note', t.station.queueDone);
    onLeave();
  }, [onNext, onLeave, say, t]);
  const returnFaulty = useReturnFaulty(facts, leaveTo);
  const measured = useMeasures(invoice, isCurrent);
  const onVerified = useCallback(
    (vouched: SupplierInvoice) => {
      measured(vouched.fields);
      leaveTo();
    },
    [measured, leaveTo],
  );
  const { accept, verify } = useVerify({ station, focused, focusField, panel, setPanel, onVerified });

  // Each invoice starts where a person is needed first.
  const started = useRef(false);
  useEffect(() => {
    if (started.current || !isCurrent) return;
    started.current = true;
    focusField(focused);
  }, [isCurrent, focusField, focused]);

  // After an undo the focus stands where something changed.
  useEffect(() => {
    if (isCurrent && focusOn !== undefined) focusField(focusOn.field);
  }, [isCurrent, focusOn, focusField]);

  const closePanel = useCallback(() => setPanel(undefined), []);
  const toggle = (name: PanelName) => setPanel((open) => (open === name ? undefined : name));
  const inField = (event: KeyboardEvent) => event.target instanceof HTMLInputElement && event.target.id.startsWith('field-');
  /** What changes the invoice waits while someone else works on it. */
  const unlessBusy = (act: () => unknown) => (busy === undefined ? act() : say('warning', busy));
  const acts = {
    accept: () => unlessBusy(() => accept(1)),
    acceptBack: () => unlessBusy(() => accept(-1)),
    verify: () => (mayNotVerify === undefined ? verify() : say('warning', mayNotVerify)),
    alternatives: () => unlessBusy(() => toggle('alternatives')),
    why: () => toggle('why'),
    zoom: () => setZoom(nextZoom(zoom)),
    point: () => unlessBusy(picture.point.toggle),
    readZone: () => unlessBusy(picture.readZone),
    reportFault: () => unlessBusy(() => toggle('fault')),
    returnFaulty: () => unlessBusy(returnFaulty),
    attachments: () => toggle('attachments'),
    park: () => (mayNotPark === undefined ? toggle('park') : say('warning', mayNotPark)),
    writeNote: () => toggle('note'),
    noteAnyCall: () => noteCall({ unitId: invoice.unitId, invoice: { id: invoice.id, name: invoiceName(facts, t) } }),
    compare: () => (otherOf(station) === undefined ? say('note', t.compare.nothing) : toggle('compare')),
    copyPrevious: () => unlessBusy(() => copyPrevious(focused)),
    supplierLookUp: () => unlessBusy(() => toggle('supplier')),
    absent: () => unlessBusy(() => station.markAbsent(focused)),
    history: () => toggle('history'),
    showPace: () => toggle('pace'),
    copy: () => (mayNotCopy === undefined ? copy() : undefined),
    previousPage: () => picture.turnPage(-1),
    nextPage: () => picture.turnPage(1),
  };
  useKeys(
    {
      ...acts,
      accept: (event) => (inField(event) ? acts.accept() : false),
      acceptBack: (event) => (inField(event) ? acts.acceptBack() : false),
      absent: (event) => (inField(event) ? acts.absent() : false),
      copyPrevious: (event) => (inField(event) ? acts.copyPrevious() : false),
    },
    { active: isCurrent },
  );

  const refused = {
    ...(busy !== undefined && {
      accept: true,
      absent: true,
      alternatives: true,
      copyPrevious: true,
      reportFault: true,
      returnFaulty: true,
      supplierLookUp: true,
    }),
    park: mayNotPark !== undefined,
    copy: mayNotCopy !== undefined,
    verify: mayNotVerify !== undefined,
  };
  const onBar = { ...acts, ...picture.point.acts };
  const shownKeys = barKeys(panel, facts, focused, picture.point.active).filter(
    (name) => !(name in refused && refused[name as keyof typeof refused]),
  );
  const typeChoices = useMemo(() => documentTypes.map((value) => ({ value, text: t.documentType[value] })), [t]);

  return (
    <StationFrame
      header={
        <InvoiceHeader
          name={invoiceName(facts, t)}
          note={fillPlural(t.station.left, neighbours.count)}
          preliminary={preliminary}
          busy={busy}
          backTo={backTo}
          onLeave={onLeave}
        >
          <SelectInput
            bare
            label={t.invoice.documentType}
            value={invoice.documentType}
            choices={typeChoices}
            onChange={(documentType) =>
              unlessBusy(() => execute('supplier-invoices/change-document-type', { invoiceId: invoice.id, documentType }))
            }
          />
          <Button icon={<ParkIcon />} hint={keys.park.combo} whyNot={mayNotPark} onClick={acts.park}>
            {t.station.park}
          </Button>
          <Button look="primary" hint={keys.verify.combo} whyNot={mayNotVerify} onClick={() => void acts.verify()}>
            {t.station.verify}
          </Button>
        </InvoiceHeader>
      }
      body={
        <Splitter
          name={t.invoice.splitter}
          share={share}
          onShare={setShare}
          left={
            <PagePane
              facts={facts}
              focused={focused}
              zoom={zoom}
              onZoom={setZoom}
              {...(busy === undefined ? picture.pane : picture.lookedAt)}
            />
          }
          right={
            <StationFields
              card={card}
              station={station}
              status={
                busy !== undefined
                  ? t.online.reading
                  : picture.point.active
                    ? t.point.status
                    : toDecide.length === 0
                      ? t.station.allDecided
                      : fillPlural(t.station.toDecide, toDecide.length)
              }
              readOnly={!isCurrent || busy !== undefined}
              inputs={inputs}
              onFocus={setFocused}
              learned={learned}
              onType={picture.onType}
              onLeave={(name) => void settle(name, false)}
              panel={
                panel !== undefined && (
                  <StationPanel
                    panel={panel}
                    focused={focused}
                    card={card}
                    station={station}
                    onClose={closePanel}
                    onFault={(isGone) => (isGone ? leaveTo() : closePanel())}
                    onParked={() => {
                      say('note', fill(t.station.parked, { invoice: invoiceName(facts, t) }));
                      leaveTo();
                    }}
                    onVerifyAnyway={(reason) => void verify(reason)}
                    onSetAside={leaveTo}
                    onPicked={() => {
                      closePanel();
                      focusField(focused);
                    }}
                  />
                )
              }
            />
          }
        />
      }
      footer={
        <KeyBar
          name={t.station.keyBar}
          keyNames={t.keyName}
          keys={shownKeys.map((name) => ({ combo: keys[name].combo, does: t.key[name], onPress: () => void onBar[name]() }))}
        />
      }
    />
  );
}
