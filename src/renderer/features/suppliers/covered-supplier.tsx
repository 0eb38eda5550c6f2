import { useState } from 'react';
import { showOrganisationNumber } from '../../../shared/domain/identifiers/index.ts';
import type { ShownSupplier, Supplier } from '../../../shared/domain/suppliers/index.ts';
import { showMomentInProse } from '../../formats.ts';
import { addressText } from '../../register-card/address-text.ts';
import { useSession, useWhyNot } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import type { Texts } from '../../text/texts.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ReasonForm } from '../../ui/reason-form.tsx';
import { Stack } from '../../ui/stack.tsx';
import { ValueList } from '../../ui/value-list.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useExecute } from '../../use-execute.ts';
import { useUntil } from '../../use-until.ts';
import { leastReason } from './change-draft.ts';
import { daysText } from './supplier-sections.tsx';

/** That something of the supplier is covered, and why; shown for a while to who says why they have to see it. Never printed. */
export function CoveredSupplier({ supplier }: { readonly supplier: ShownSupplier }) {
  const t = useText();
  const { today } = useSession();
  const execute = useExecute();
  const mayNot = useWhyNot('suppliers.register');
  const [asking, setAsking] = useState(false);
  const { data } = useEngineQuery(
    'suppliers/revealed',
    { supplierId: supplier.id },
    { when: mayNot === undefined && (supplier.hasPersonalNumber || supplier.isProtected), fresh: true },
  );
  const isShown = useUntil(data?.untilMs);
  if (!supplier.hasPersonalNumber && !supplier.isProtected) return null;
  const reveal = async (reason: string) => {
    const revealed = await execute('suppliers/reveal-personal-number', { supplierId: supplier.id, reason });
    if (revealed.ok) setAsking(false);
  };
  return (
    <Stack>
      <Notice
        kind={supplier.isProtected ? 'warning' : 'info'}
        {...(!asking &&
          !isShown && {
            actions: (
              <Button small whyNot={mayNot} onClick={() => setAsking(true)}>
                {t.supplierFacts.show}
              </Button>
            ),
          })}
      >
        {supplier.isProtected && <div>{t.supplierFacts.isProtected}</div>}
        {supplier.hasPersonalNumber && <div>{t.supplierFacts.soleTrader}</div>}
      </Notice>
      {asking && !isShown && (
        <ReasonForm
          label={t.supplierFacts.showWhy}
          hint={t.supplierFacts.showWhyHint}
          button={t.supplierFacts.show}
          missing={t.supplierFacts.showWhyMissing}
          least={leastReason}
          onSay={reveal}
        />
      )}
      {isShown && data && (
        <div className="no-print">
          <ValueList values={coveredValues(data.supplier, t)} />
          <div>{fill(t.supplierFacts.shownUntil, { at: showMomentInProse(data.untilMs, today, t) })}</div>
        </div>
      )}
    </Stack>
  );
}

function coveredValues({ organisationNumber, vatNumber, street, postcode, city, addresses = [] }: Supplier, t: Texts) {
  const visiting = [street, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return [
    { name: t.suppliers.organisationNumber, value: organisationNumber && showOrganisationNumber(organisationNumber) },
    { name: t.suppliers.vatNumber, value: vatNumber },
    { name: t.suppliers.address, value: visiting === '' ? undefined : visiting },
    ...addresses.map((address) => ({
      name: t.supplierFacts.addressKinds[address.kind],
      value: [addressText(address), daysText(address, t)].filter((part) => part !== '').join(', '),
    })),
  ].flatMap(({ name, value }) => (value === undefined || value === '' ? [] : [{ name, value }]));
}
