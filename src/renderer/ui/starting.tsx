import { Spinner } from '@fluentui/react-components';
import { makeStyles } from './style.ts';

/** Before there is anything to show. */
export function Starting({ text }: { readonly text: string }) {
  return (
    <main className={useStyles().room}>
      <Spinner label={text} labelPosition="below" />
    </main>
  );
}

const useStyles = makeStyles({ room: { height: '100%', display: 'flex', alignItems: 'center', justifyContent: 'center' } });
