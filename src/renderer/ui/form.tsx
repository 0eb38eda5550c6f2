import type { KeyboardEvent, ReactNode } from 'react';
import { makeStyles } from './style.ts';

type Props = { readonly children: ReactNode; readonly onSubmit: () => void };

/** Fields under each other; Enter in any of them does what the button does. */
export function Form({ children, onSubmit }: Props) {
  const styles = useStyles();
  const onKeyDown = (event: KeyboardEvent) => {
    if (
      event.key !== 'Enter' ||
      event.ctrlKey ||
      !(event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement)
    )
      return;
    event.preventDefault();
    onSubmit();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields in it are what is pressed
    <div className={styles.form} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: '10px',
    alignItems: 'stretch',
    '& > button': { alignSelf: 'flex-start' },
  },
});
