import type { FastifyInstance } from 'fastify';
import { asId } from '../../shared/base/ids.ts';
import { type PushAnswer, pushInput, type SentCommand } from '../../shared/contract/wire.ts';
import { NotAdmitted } from '../../shared/run/sequencer.ts';
import type { Decided, Envelope } from '../../shared/run/store.ts';
import { isShallow } from '../json-depth.ts';
import { parse } from '../open-app.ts';
import type { ServerParts } from '../parts.ts';
import { secretHash } from '../tokens.ts';
import { WireFailure } from '../wire-failure.ts';

/** Commands go up. All of a batch are in one line before the first is decided, so that they share a commit. */
export function pushRoute(app: FastifyInstance, { identify, sequencer, recent, measures, limits }: ServerParts): void {
  app.post('/v1/commands', async (request): Promise<PushAnswer> => {
    const device = await identify.device(request);
    if (!isShallow(request.body)) throw new WireFailure('malformed');
    const { epoch, commands } = parse(pushInput, request.body);
    if (epoch !== null && epoch !== recent.head().epoch) throw new WireFailure('other-epoch', { epoch: recent.head().epoch });
    if (sequencer.waiting() > limits.waitingCommands) throw new WireFailure('busy', {}, 1);

    measures.batchSize.observe(commands.length);
    const tries = await Promise.allSettled(commands.map((command) => sequencer.execute(asEnvelope(command, device.id))));
    const answers: PushAnswer['answers'] = [];
    for (const [place, attempt] of tries.entries()) {
      const id = commands[place]?.id ?? '';
      if (attempt.status === 'fulfilled') answers.push(asAnswer(id, attempt.value));
      else return { ...headNow(answers), answers, stopped: whyStopped(attempt.reason, answers.length) };
      measures.commands.inc({ outcome: attempt.value.outcome.kind });
    }
    return { ...headNow(answers), answers, stopped: null };
  });

  /** At least as far as the answers say: what is remembered of the log may be a moment behind them. */
  function headNow(answers: PushAnswer['answers']): Pick<PushAnswer, 'epoch' | 'head'> {
    const { epoch, seq } = recent.head();
    return { epoch, head: Math.max(seq, ...answers.map(({ seqLast }) => seqLast)) };
  }
}

const asAnswer = (id: string, { outcome, seqLast }: Decided): PushAnswer['answers'][number] => ({ id, outcome, seqLast });

const asEnvelope = ({ id, actor, input, session, ...rest }: SentCommand, device: string): Envelope => ({
  ...rest,
  id: asId(id),
  actor: asId(actor),
  input: input ?? {}, // no command takes nothing: it is refused, and what is kept of it is not null
  device,
  ...(session !== undefined && { session: secretHash(session) }),
});

/** Null where the world said no after some were decided: those are answered, and the rest are sent again. */
function whyStopped(error: unknown, answered: number): PushAnswer['stopped'] {
  if (error instanceof NotAdmitted) {
    const { reason } = error;
    if (reason.code === 'dseq-gap') return reason;
    if (reason.code === 'blobs-missing') return { code: reason.code, sha256s: [...reason.sha256s] };
  }
  if (answered > 0) return null;
  if (error instanceof NotAdmitted) throw new WireFailure('unknown-device');
  throw error;
}
