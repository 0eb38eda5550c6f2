import type { CommandName, EngineErrorCode, Problem, RejectionOf } from '../../shared/contract/engine.ts';
import type { readFailures } from '../../shared/contract/reader.ts';
import type { Permission, Role } from '../../shared/domain/access/index.ts';
import type { Channel, SourceFile } from '../../shared/domain/intake/index.ts';
import type { DocumentType, Evidence, FieldName, FieldState, TypedValueFault } from '../../shared/domain/invoice-fields/index.ts';
import type { PaymentRemark, PlausibilityCode, TwinKind } from '../../shared/domain/supplier-control/index.ts';
import type {
  FindingCode,
  ParkReason,
  Queue,
  SupplierInvoiceEvent,
  SupplierInvoiceState,
} from '../../shared/domain/supplier-invoices/index.ts';
import type { PaymentNumberKind } from '../../shared/domain/suppliers/index.ts';
import type { KeyName, KeyPlace } from '../keys.ts';

/** Every code that can reach the screen. Each language has a sentence for each: a missing one does not compile. */
export type Codes = {
  readonly rejected: Record<{ [Name in CommandName]: RejectionOf<Name>['code'] }[CommandName], string>;
  readonly failed: Record<EngineErrorCode, string>;
  readonly problem: Record<Exclude<Problem['code'], 'refused'>, string>;
  readonly readFailure: Record<(typeof readFailures)[number] | 'unknown', { readonly why: string; readonly remedy: string }>;
  readonly finding: Record<FindingCode, string>;
  readonly typed: Record<TypedValueFault, string>;
  readonly event: Record<SupplierInvoiceEvent['type'], string>;
  readonly eventUndone: Record<SupplierInvoiceEvent['type'], string>;
  readonly field: Record<FieldName, string>;
  readonly fieldState: Record<FieldState, string>;
  readonly evidence: Record<Evidence['kind'], { readonly chip: string; readonly sentence: string }>;
  readonly documentType: Record<DocumentType, string>;
  readonly invoiceState: Record<SupplierInvoiceState, string>;
  readonly queue: Record<Queue | 'all', string>;
  readonly parkReason: Record<ParkReason, string>;
  readonly role: Record<Role, string>;
  readonly permission: Record<Permission, string>;
  readonly channel: Record<Channel, string>;
  readonly fileState: Record<SourceFile['state'], string>;
  readonly paymentNumber: Record<PaymentNumberKind, string>;
  readonly twinKind: Record<TwinKind, string>;
  readonly controlRemark: Record<PaymentRemark['code'] | PlausibilityCode, string>;
};

/** What each key does, and where it does it. */
export type KeyTexts = {
  readonly key: Record<KeyName, string>;
  readonly keyPlace: Record<KeyPlace, string>;
};
