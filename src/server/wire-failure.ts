import type { WireError, WireErrorCode } from '../shared/contract/wire.ts';

/** The status of each code, where the route does not say another. */
const statusOf: Readonly<Record<WireErrorCode, number>> = {
  malformed: 400,
  'unknown-device': 401,
  'signed-out': 401,
  'wrong-code': 403,
  'wrong-password': 403,
  forbidden: 403,
  'not-found': 404,
  'other-epoch': 409,
  'other-view': 409,
  'ahead-of-log': 409,
  'already-founded': 409,
  'blobs-missing': 409,
  'too-large': 413,
  'wrong-bytes': 422,
  'too-old': 426,
  busy: 429,
  failed: 500,
  'disk-full': 507,
};

/** Why a request is not done: thrown anywhere under a route, answered as `{ code, … }`. Nothing was changed. */
export class WireFailure extends Error {
  readonly status: number;
  readonly body: WireError;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: WireErrorCode, rest: Omit<WireError, 'code'> = {}, retryAfterSeconds?: number, status = statusOf[code]) {
    super(code);
    this.status = status;
    this.body = { code, ...rest };
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
