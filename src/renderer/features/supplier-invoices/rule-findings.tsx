import type { JudgedFinding, Judgement } from '../../../shared/domain/e-invoices/index.ts';
import { fill, fillPlural } from '../../text/fill.ts';
import { useText } from '../../text/use-text.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Stack } from '../../ui/stack.tsx';

/** More of them would push the fields out of sight. */
const mostOpen = 3;

/** What the rules said of an e-invoice when it came: what it may be sent back for in full, remarks folded. */
export function RuleFindings({ judgement: { findings, findingCount } }: { readonly judgement: Judgement }) {
  const t = useText();
  const { locale } = t;
  const faults = findings.filter(({ isFault }) => isFault);
  const remarks = findings.filter(({ isFault }) => !isFault);
  const list = (some: readonly JudgedFinding[], kind: 'error' | 'info') => (
    <Stack>
      {some.map(({ rule, path, message }) => (
        <Notice key={`${rule} ${path}`} kind={kind}>
          <strong>{rule}</strong>: {locale.startsWith('sv') ? message.sv : message.en}
          <div>
            <small>{path}</small>
          </div>
        </Notice>
      ))}
    </Stack>
  );
  return (
    <>
      {faults.length > 0 && (
        <Disclosure title={fillPlural(t.fileRules.faults, faults.length)} startsOpen={faults.length <= mostOpen}>
          {list(faults, 'error')}
        </Disclosure>
      )}
      {remarks.length > 0 && (
        <Disclosure title={fillPlural(t.fileRules.remarks, remarks.length)} startsOpen={false}>
          {list(remarks, 'info')}
        </Disclosure>
      )}
      {findingCount > findings.length && <p>{fill(t.fileRules.notAll, { count: findingCount })}</p>}
    </>
  );
}
