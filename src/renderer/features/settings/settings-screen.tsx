import { useState } from 'react';
import type { Settings } from '../../../shared/contract/engine.ts';
import { homeScreens } from '../../../shared/domain/work-queue/index.ts';
import { useSay } from '../../messages.ts';
import { useGo } from '../../navigation.ts';
import { usePreferences } from '../../preferences.ts';
import { fill } from '../../text/fill.ts';
import { type Language, languages } from '../../text/languages.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { FormSection, FormSheet } from '../../ui/form-sheet.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { Screen } from '../../ui/screen.tsx';
import { SelectInput } from '../../ui/select-input.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { useEngineQuery } from '../../use-engine.ts';
import { useTask } from '../../use-execute.ts';
import { useHome } from '../../use-home.ts';
import { ControlServiceSection } from './control-service-section.tsx';
import { ServerSection } from './server-section.tsx';

/** Settings of the person (saved at once) and of the workplace. */
export function SettingsScreen({ onOutbox }: { readonly onOutbox: () => void }) {
  const t = useText();
  const go = useGo();
  const { preferences, change } = usePreferences();
  const home = useHome();
  const { data: settings, refetch } = useEngineQuery('settings/read', {});
  return (
    <Screen title={t.settings.title}>
      <FormSheet>
        <FormSection title={t.settings.forYou}>
          <SelectInput
            label={t.shell.language}
            value={preferences.language}
            choices={(Object.keys(languages) as Language[]).map((value) => ({ value, text: t.language[value] }))}
            onChange={(language) => change({ language })}
          />
          <SelectInput
            label={t.display.theme}
            value={preferences.theme}
            choices={(['system', 'light', 'dark'] as const).map((value) => ({ value, text: t.display[value] }))}
            onChange={(theme) => change({ theme })}
          />
          <SelectInput
            label={t.display.density}
            value={preferences.density}
            choices={(['dense', 'normal', 'big'] as const).map((value) => ({ value, text: t.display[value] }))}
            onChange={(density) => change({ density })}
          />
          <SelectInput
            label={t.home.label}
            value={home.chosen ?? 'usual'}
            choices={[
              { value: 'usual', text: fill(t.home.usual, { screen: t.home.screen[home.usual] }) },
              ...homeScreens.map((value) => ({ value, text: t.home.screen[value] })),
            ]}
            onChange={(screen) => void home.choose(screen)}
          />
          <p>{t.home.hint}</p>
        </FormSection>
        {settings && <WorkplaceSettings key={JSON.stringify(settings)} settings={settings} onSaved={() => void refetch()} />}
        <FormSection title={t.calendars.title}>
          <LinkButton onClick={() => go({ at: 'calendars' })}>{t.calendars.open}</LinkButton>
        </FormSection>
        <ControlServiceSection />
        <ServerSection onOutbox={onOutbox} />
      </FormSheet>
    </Screen>
  );
}

function WorkplaceSettings({ settings, onSaved }: { readonly settings: Settings; readonly onSaved: () => void }) {
  const t = useText();
  const say = useSay();
  const task = useTask();
  const [minutes, setMinutes] = useState(String(settings.autoLockMinutes));
  const [folder, setFolder] = useState(settings.watchedFolder);
  const autoLockMinutes = /^\d{1,3}$/.test(minutes.trim()) ? Number(minutes) : 0;
  const isWrong = autoLockMinutes < 1 || autoLockMinutes > 240;
  const save = async () => {
    if (isWrong) return;
    const saved = await task('settings/save', { watchedFolder: folder.trim() === '' ? null : folder.trim(), autoLockMinutes });
    if (!saved.ok) return;
    say('note', t.settings.saved);
    onSaved();
  };
  return (
    <FormSection title={t.settings.forWorkplace}>
      <Form onSubmit={save}>
        <TextInput label={t.settings.folder} hint={t.settings.folderHint} value={folder} onChange={setFolder} />
        <TextInput
          label={t.settings.autoLock}
          value={minutes}
          onChange={setMinutes}
          error={isWrong ? t.settings.autoLockWrong : undefined}
        />
        <Button look="primary" onClick={save}>
          {t.common.save}
        </Button>
      </Form>
    </FormSection>
  );
}
