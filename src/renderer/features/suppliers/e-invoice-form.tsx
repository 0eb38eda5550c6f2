import { useState } from 'react';
import {
  type EInvoiceChannel,
  eInvoiceChannels,
  eInvoiceStatuses,
  normalChannel,
  type ShownSupplier,
} from '../../../shared/domain/suppliers/index.ts';
import { noteLocalAct } from '../../local-undo.ts';
import { useSay } from '../../messages.ts';
import { useSession } from '../../session.ts';
import { fill } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { Stack } from '../../ui/stack.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useExecute } from '../../use-execute.ts';
import { readDay } from './typed-day.ts';
import { useChangeFacts } from './use-change-facts.ts';

type Props = { readonly supplier: ShownSupplier; readonly onClose: () => void };

/** How the supplier's invoices come: by what channel, from where, and how far that has come. */
export function EInvoiceForm({ supplier, onClose }: Props) {
  const t = useText();
  const { supplierFacts } = t;
  const { today } = useSession();
  const save = useChangeFacts(supplier, onClose);
  const remove = useRemoveChannel(supplier, onClose);
  const { eInvoice } = supplier;
  const [channel, setChannel] = useState<EInvoiceChannel['channel']>(eInvoice?.channel ?? 'peppol');
  const [address, setAddress] = useState(eInvoice?.address ?? supplier.peppolId ?? '');
  const [status, setStatus] = useState<EInvoiceChannel['status']>(eInvoice?.status ?? 'none');
  const [testedOn, setTestedOn] = useState<string>(eInvoice?.testedOn ?? '');
  const [testResult, setTestResult] = useState<'' | 'passed' | 'failed'>(eInvoice?.testResult ?? '');
  const [liveOn, setLiveOn] = useState<string>(eInvoice?.liveOn ?? '');
  const [tried, setTried] = useState(false);
  const [tested, live] = [readDay(testedOn, today, t), readDay(liveOn, today, t)];
  const said: EInvoiceChannel = {
    ...{ channel, address, status },
    ...(tested.ok && tested.day !== undefined && { testedOn: tested.day }),
    ...(testResult !== '' && { testResult }),
    ...(live.ok && live.day !== undefined && { liveOn: live.day }),
  };
  const normal = normalChannel(said);
  const code = !normal.ok && tried ? normal.error.code : undefined;
  const faultAt = (...codes: readonly (typeof code)[]) =>
    code !== undefined && codes.includes(code) ? t.rejected[code] : undefined;
  const saveAll = async () => {
    setTried(true);
    if (normal.ok && tested.ok && live.ok) await save({ eInvoice: normal.value });
  };
  return (
    <Form onSubmit={saveAll}>
      <SelectInput
        label={supplierFacts.channel}
        value={channel}
        choices={eInvoiceChannels.map((value) => ({ value, text: supplierFacts.channels[value] }))}
        onChange={setChannel}
      />
      <TextInput
        label={supplierFacts.channelAddress}
        hint={supplierFacts.channelAddressHint}
        value={address}
        onChange={setAddress}
        error={faultAt('wrong-e-invoice-address')}
      />
      <SelectInput
        label={supplierFacts.status}
        value={status}
        choices={eInvoiceStatuses.map((value) => ({ value, text: supplierFacts.statuses[value] }))}
        onChange={setStatus}
      />
      <TextInput
        label={supplierFacts.testedOn}
        value={testedOn}
        onChange={setTestedOn}
        error={tested.ok ? faultAt('test-incomplete') : tested.why}
      />
      <SelectInput
        label={supplierFacts.testResult}
        value={testResult}
        choices={[
          { value: '', text: supplierFacts.noTest },
          { value: 'passed', text: supplierFacts.testResults.passed },
          { value: 'failed', text: supplierFacts.testResults.failed },
        ]}
        onChange={setTestResult}
      />
      <TextInput
        label={supplierFacts.liveOn}
        value={liveOn}
        onChange={setLiveOn}
        error={live.ok ? faultAt('live-day-missing', 'test-failed', 'days-in-wrong-order') : live.why}
      />
      <Stack row>
        <Button look="primary" onClick={saveAll}>
          {t.supplierCard.save}
        </Button>
        {eInvoice !== undefined && <Button onClick={() => void remove()}>{supplierFacts.removeChannel}</Button>}
      </Stack>
    </Form>
  );
}

/** Takes the channel away: its invoices are said to come by none. Ctrl+Z gives it back as it was, and the history keeps both. */
function useRemoveChannel({ id, name, eInvoice }: ShownSupplier, onClose: () => void) {
  const { supplierFacts } = useText();
  const say = useSay();
  const execute = useExecute();
  return async () => {
    if (eInvoice === undefined) return;
    const removed = await execute('suppliers/change-facts', { supplierId: id, facts: { eInvoice: null } });
    if (!removed.ok) return;
    say('note', fill(supplierFacts.channelRemoved, { name }));
    noteLocalAct({
      atMs: Date.now(),
      what: fill(supplierFacts.channelRemoval, { name }),
      undo: async () => (await execute('suppliers/change-facts', { supplierId: id, facts: { eInvoice } })).ok,
    });
    onClose();
  };
}
