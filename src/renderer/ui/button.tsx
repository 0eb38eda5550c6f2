import { Button as FluentButton, Tooltip } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useControlSize } from './display.ts';

type Props = {
  readonly children?: string;
  /** Needed when there is no text. */
  readonly name?: string;
  readonly icon?: ReactElement;
  readonly look?: 'primary' | 'secondary' | 'subtle';
  /** Why it cannot be pressed now; it stays in the tab order so that the reason can be read. */
  readonly whyNot?: string | undefined;
  readonly pressed?: boolean;
  readonly hint?: string;
  readonly small?: boolean;
  readonly onClick: () => void;
};

export function Button({ children, name, icon, look = 'secondary', whyNot, pressed, hint, small, onClick }: Props) {
  const size = useControlSize();
  const button = (
    <FluentButton
      appearance={look}
      size={small ? 'small' : size}
      disabledFocusable={whyNot !== undefined}
      onClick={onClick}
      {...(icon && { icon })}
      {...(name && { 'aria-label': name })}
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
    >
      {children}
    </FluentButton>
  );
  const tip = whyNot ?? hint ?? (children === undefined ? name : undefined);
  if (tip === undefined) return button;
  return (
    <Tooltip content={tip} relationship={tip === name ? 'label' : 'description'} withArrow>
      {button}
    </Tooltip>
  );
}
