import { useCallback, useEffect, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { useTask } from '../../use-execute.ts';
import { useSyncStatus, useWhyNoServer } from '../../use-sync.ts';

type Missing = {
  readonly sha256: string;
  readonly state: 'fetching' | 'there' | 'unreachable' | 'gone';
};

/**
 * A picture that is not on this computer is fetched from the server, once, and then shown. `version` grows when it has come;
 * `failedText` says how it goes meanwhile.
 */
export function useMissingPicture(sha256: string) {
  const t = useText();
  const task = useTask({ quiet: true });
  const status = useSyncStatus();
  const whyNoServer = useWhyNoServer();
  const [missing, setMissing] = useState<Missing>();
  const [version, setVersion] = useState(0);
  const own = missing?.sha256 === sha256 ? missing : undefined;
  const isAlone = status === undefined || status.kind === 'alone';

  const fetchIt = useCallback(async () => {
    setMissing({ sha256, state: 'fetching' });
    const fetched = await task('blobs/fetch', { sha256 });
    const isThere = fetched.ok && fetched.value.there;
    setMissing({ sha256, state: isThere ? 'there' : fetched.ok ? 'gone' : 'unreachable' });
    if (isThere) setVersion((before) => before + 1);
  }, [sha256, task]);

  const onFailed = useCallback(() => {
    if (isAlone) return;
    if (own === undefined) void fetchIt();
    else if (own.state === 'there') setMissing({ sha256, state: 'gone' }); // it came, and cannot be shown all the same
  }, [isAlone, own, fetchIt, sha256]);

  // What could not be had is asked for again when the server answers.
  const waits = own?.state === 'unreachable';
  useEffect(() => {
    if (waits && whyNoServer === undefined) void fetchIt();
  }, [waits, whyNoServer, fetchIt]);

  const failedText =
    own === undefined || isAlone
      ? t.invoice.noImage
      : own.state === 'unreachable'
        ? t.online.pictureUnreachable
        : own.state === 'gone'
          ? t.online.pictureGone
          : t.online.fetchingPicture;
  return { version, failedText, onFailed };
}
