import { useGo } from '../../navigation.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';

/** The ways from the register of suppliers to what is done with many rows at a time. */
export function RegisterLinks() {
  const t = useText();
  const go = useGo();
  return (
    <>
      <Button onClick={() => go({ at: 'register-twins' })}>{t.twins.open}</Button>
      <Button onClick={() => go({ at: 'register-import', register: 'suppliers' })}>{t.registerImport.open}</Button>
    </>
  );
}
