import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { Fragment, type ReactElement } from 'react';

type Group = {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  readonly onChoose: (value: string) => void;
};
type Props = { readonly text: string; readonly icon: ReactElement; readonly groups: readonly Group[] };

/** A menu of choices, one in each group. */
export function ChoiceMenu({ text, icon, groups }: Props) {
  const checkedValues = Object.fromEntries(groups.map(({ name, chosen }) => [name, [chosen]]));
  return (
    <Menu
      checkedValues={checkedValues}
      onCheckedValueChange={(_, { name, checkedItems }) => {
        const chosen = checkedItems[0];
        if (chosen !== undefined) groups.find((group) => group.name === name)?.onChoose(chosen);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={icon} size="medium">
          {text}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {groups.map(({ name, label, choices }, index) => (
            <Fragment key={name}>
              {index > 0 && <MenuDivider />}
              <MenuGroup>
                <MenuGroupHeader>{label}</MenuGroupHeader>
                {choices.map(({ value, text: choice }) => (
                  <MenuItemRadio key={value} name={name} value={value}>
                    {choice}
                  </MenuItemRadio>
                ))}
              </MenuGroup>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
