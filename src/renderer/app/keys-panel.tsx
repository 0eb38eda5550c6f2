import { type KeyPlace, keyNames, keys } from '../keys.ts';
import { useText } from '../text/use-text.ts';
import { KeyCaps } from '../ui/key-caps.tsx';
import { Panel } from '../ui/panel.tsx';
import { RowList } from '../ui/row-list.tsx';

const places: readonly KeyPlace[] = [
  'station',
  'sweep',
  'point',
  'queue',
  'today',
  'overview',
  'sheet',
  'card',
  'changes',
  'controls',
  'registers',
  'conflict',
  'call',
  'everywhere',
];

/** Every key there is, by where it works. */
export function KeysPanel({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  return (
    <Panel kind="side" title={t.keysPanel.title} closeName={t.common.close} onClose={onClose}>
      {places.map((place) => (
        <RowList
          key={place}
          title={t.keyPlace[place]}
          rows={keyNames
            .filter((name) => keys[name].where === place)
            .map((name) => ({ key: name, left: t.key[name], right: <KeyCaps combo={keys[name].combo} names={t.keyName} /> }))}
        />
      ))}
    </Panel>
  );
}
