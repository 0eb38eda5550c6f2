import { useState } from 'react';
import { dayInSweden } from '../../../shared/base/day.ts';
import type { ControlFindingRow } from '../../../shared/contract/supplier-control.ts';
import { showValue } from '../../../shared/domain/invoice-fields/index.ts';
import { showFullMoment } from '../../formats.ts';
import { useGo } from '../../navigation.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RecordPane, RecordSection } from '../../ui/record-pane.tsx';
import { Stack } from '../../ui/stack.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { ValueList } from '../../ui/value-list.tsx';
import { stateWords } from './control-columns.tsx';
import { type FindingAct, FindingForm } from './finding-form.tsx';
import { useWake } from './use-finding.ts';

/** A finding in full: what was said and by whom, what colleagues said of it, and what can be done. */
export function FindingPane({ finding }: { readonly finding: ControlFindingRow }) {
  const t = useText();
  const go = useGo();
  const { today } = useSession();
  const [act, setAct] = useState<FindingAct>();
  const wake = useWake(finding);
  const mayNot = useWhyNot('supplier-control.handle');
  const whyNot = finding.state === 'completed' ? t.controls.alreadyDone : mayNot;
  const begin = (name: FindingAct) => (whyNot === undefined ? setAct(name) : false);
  useKeys({
    snooze: () => begin('snooze'),
    commentOn: () => begin('comment'),
    share: () => begin('share'),
    complete: () => (act === undefined ? begin('complete') : false),
  });
  const isSnoozed = finding.state === 'snoozed';
  const { about, severity, supplierName, organisationNumber, note, source, onDay, openedAtMs, untilDay, reason } = finding;
  return (
    <RecordPane name={t.controls.details} printedBy="">
      <RecordSection title={`${supplierName}: ${t.controls.check[about]}`}>
        <Notice kind={({ stop: 'error', warning: 'warning', information: 'info' } as const)[severity]}>
          {t.controls.severityMeans[severity]}
        </Notice>
        {act !== undefined && <FindingForm key={act} act={act} finding={finding} onClose={() => setAct(undefined)} />}
        {act === undefined && (
          <Stack row>
            <Button look="primary" hint="Ctrl+Enter" whyNot={whyNot} onClick={() => setAct('complete')}>
              {t.controls.complete}
            </Button>
            {isSnoozed && (
              <Button whyNot={whyNot} onClick={() => void wake()}>
                {t.controls.wake}
              </Button>
            )}
            <Button hint="F8" whyNot={whyNot} onClick={() => setAct('snooze')}>
              {t.controls.snooze}
            </Button>
            <Button hint="Ctrl+D" whyNot={whyNot} onClick={() => setAct('share')}>
              {t.controls.share}
            </Button>
            <Button hint="Ctrl+M" whyNot={whyNot} onClick={() => setAct('comment')}>
              {t.controls.comment}
            </Button>
            <Button look="subtle" hint="Ctrl+L" onClick={() => go({ at: 'suppliers', supplierId: finding.supplierId })}>
              {t.controls.openSupplier}
            </Button>
          </Stack>
        )}
      </RecordSection>
      <RecordSection title={t.controls.said}>
        <span>{note === '' ? t.controls.noNote : note}</span>
        <ValueList
          values={[
            {
              name: t.controls.organisationNumber,
              value: organisationNumber === null ? t.common.none : showValue('organisation-number', organisationNumber),
            },
            { name: t.controls.source, value: source },
            { name: t.controls.onDay, value: onDay },
            { name: t.controls.opened, value: dayInSweden(openedAtMs) },
            { name: t.controls.columns.state, value: stateWords(finding, t, today) },
            ...(isSnoozed
              ? [
                  { name: t.controls.until, value: untilDay ?? t.common.none },
                  { name: t.controls.reason, value: reason ?? t.common.none },
                ]
              : []),
          ]}
        />
      </RecordSection>
      <RecordSection title={t.controls.notes}>
        {finding.notes.length === 0 ? (
          <span>{t.controls.noNotes}</span>
        ) : (
          <Timeline
            lines={finding.notes.map(({ byName, atMs, text }, place) => ({
              key: `${atMs} ${place}`,
              when: showFullMoment(atMs),
              who: byName,
              what: text,
              notes: [],
            }))}
          />
        )}
      </RecordSection>
    </RecordPane>
  );
}
