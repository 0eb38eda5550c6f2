// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { asId } from '../../src/shared/base/ids.ts';
import { rolePermissions } from '../../src/shared/domain/access/index.ts';
import { anna, aScannedInvoice, bo } from '../make/invoices.ts';
import { aJoined, aWaitingLine } from './fake-sync.ts';
import { giveElementsASize, showApp } from './show-app.tsx';

giveElementsASize();

const invoice = aScannedInvoice();
const verifiedBy = (by: typeof anna) => ({ ...invoice, state: 'verified', verifiedBy: by, verifiedAtMs: 1 }) as const;
const verified = verifiedBy(bo);
const openFirst = async (user: { keyboard: (keys: string) => Promise<void> }) => {
  await screen.findByText('10045');
  await user.keyboard('{Enter}');
  await screen.findByRole('textbox', { name: 'Fakturanr' });
};
const named = (asked: readonly { readonly name: string }[]) => asked.map(({ name }) => name);

describe('a lease', () => {
  test('is taken when an invoice is opened, and given back on leaving', async () => {
    const { user, asked } = await showApp([invoice], undefined, { status: aJoined() });
    await openFirst(user);
    await waitFor(() => expect(named(asked)).toContain('leases/take'));
    expect(named(asked)).not.toContain('leases/give-back');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(named(asked)).toContain('leases/give-back'));
  });

  test('of another is told with the name; the invoice can be read, and verifying says why not', async () => {
    const lease = {
      id: invoice.id,
      rev: 1,
      unitId: 'main',
      holder: bo,
      device: 'there',
      token: 1,
      untilMs: Date.now() + 600_000,
    };
    const { user, invoice: now } = await showApp([invoice], undefined, { status: aJoined(), leases: [lease] });
    await openFirst(user);
    await screen.findAllByText(/^Bo Lind arbetar med fakturan till (\d{4}-\d\d-\d\d )?\d\d\.\d\d\. Du kan läsa/);
    expect(screen.getByRole('textbox', { name: 'Fakturanr' }).hasAttribute('readonly')).toBe(true);
    expect(screen.getByRole('button', { name: 'Verifiera' }).getAttribute('aria-disabled')).toBe('true');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(screen.getAllByText(/Bo Lind arbetar med fakturan/).length).toBeGreaterThan(1));
    expect(now(invoice.id)?.state).toBe('scanned');
  });

  test('that is taken over is told of with the reason, and the invoice can only be read from then on', async () => {
    const { user, becomeLease } = await showApp([invoice], undefined, { status: aJoined() });
    await openFirst(user);
    const untilMs = Date.now() + 600_000;
    const taken = { takenFrom: anna, takeOverReason: 'Anna har gått hem' };
    act(() => becomeLease({ id: invoice.id, rev: 2, unitId: 'main', holder: bo, device: 'there', token: 2, untilMs, ...taken }));
    await screen.findAllByText('Bo Lind tog över: Anna har gått hem');
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Fakturanr' }).hasAttribute('readonly')).toBe(true));
  });

  test('is not asked for without a server, and its absence stops nothing', async () => {
    const { user, asked, invoice: now } = await showApp([invoice], undefined, { status: aJoined({ state: 'no-answer' }) });
    await openFirst(user);
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(now(invoice.id)?.state).toBe('verified'));
    expect(named(asked)).not.toContain('leases/take');
  });
});

describe('approving', () => {
  const approver = rolePermissions.approver;
  const openVerified = async (user: { click: (element: Element) => Promise<void> }) => {
    await user.click(await screen.findByRole('tab', { name: /^Verifierade/ }));
    await user.click(await screen.findByText('10045'));
    return screen.findByRole('button', { name: 'Attestera' });
  };

  test('is offered to those who may, and done by the server', async () => {
    const { user, invoice: now } = await showApp([verified], approver, { status: aJoined() });
    await user.click(await openVerified(user));
    await waitFor(() => expect(now(invoice.id)?.state).toBe('approved'));
    await screen.findByText(/^Attesterad av Anna Berg/);
  });

  test('of what the controls stop says what stops, and is done all the same by one who stands by it', async () => {
    const beforePayment = {
      ...{ holds: [], blockedFor: null },
      payment: [{ code: 'finding-open', severity: 'stop', detail: { note: 'Konkurs' } }],
      plausibility: [{ code: 'unusually-often', severity: 'information', detail: { recent: 9, usual: 2 } }],
    } as const;
    const { user, asked, invoice: now } = await showApp([verified], approver, { status: aJoined(), beforePayment });
    await user.click(await screen.findByRole('tab', { name: /^Verifierade/ }));
    await user.click(await screen.findByText('10045'));
    await screen.findByText('En kontrollpunkt är inte klar: Konkurs');
    await screen.findByText('9 fakturor på en månad, mot 2 i vanliga fall.');
    await user.click(await screen.findByRole('button', { name: 'Attestera ändå' }));
    await waitFor(() => expect(now(invoice.id)?.state).toBe('approved'));
    expect(asked.find(({ name }) => name === 'supplier-invoices/approve')?.input).toMatchObject({ seen: ['finding-open'] });
  });

  test('tells one by one what stands in the way of paying, and what to do about it', async () => {
    const beforePayment = {
      holds: ['supplier-blocked', 'payment-number-not-in-force'],
      blockedFor: 'Bluffaktura',
      payment: [],
      plausibility: [],
    } as const;
    const { user } = await showApp([verified], approver, { status: aJoined(), beforePayment });
    await user.click(await screen.findByRole('tab', { name: /^Verifierade/ }));
    await user.click(await screen.findByText('10045'));
    await screen.findByText('Fakturan kan inte betalas nu');
    await screen.findByText(/^Leverantören är spärrad: Bluffaktura\. Spärren hävs av två/);
    await screen.findByText(/^Fakturans betalnummer gäller inte i registret i dag/);
  });

  test('is grey without the server, with the reason, and does nothing', async () => {
    const { user, told, become } = await showApp([verified], approver, { status: aJoined({ state: 'no-answer' }) });
    const button = await openVerified(user);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    await user.hover(button);
    await screen.findByText('Kräver servern, som inte svarar nu.');
    await user.click(button);
    expect(told).not.toContain('supplier-invoices/approve');
    act(() => void become(aJoined()));
    await waitFor(() => expect(button.getAttribute('aria-disabled')).not.toBe('true'));
  });

  test('one’s own verification is refused in words', async () => {
    const { user, told } = await showApp([verifiedBy(anna)], approver, { status: aJoined() });
    const button = await openVerified(user);
    await user.hover(button);
    await screen.findByText(/Det kräver fyra ögon/);
    await user.click(button);
    expect(told).not.toContain('supplier-invoices/approve');
  });

  test('is not offered to those who may not', async () => {
    const { user } = await showApp([verified], undefined, { status: aJoined() });
    await user.click(await screen.findByRole('tab', { name: /^Verifierade/ }));
    await user.click(await screen.findByText('10045'));
    await screen.findByRole('button', { name: /^Kopia/ });
    expect(screen.queryByRole('button', { name: 'Attestera' })).toBeNull();
  });
});

describe('an invoice that is verified already', () => {
  const draft = aScannedInvoice({ id: asId('0190dddd-0000-7000-8000-000000000002') });
  const openPanel = async (user: { keyboard: (keys: string) => Promise<void> }) => {
    await openFirst(user);
    await user.keyboard('{Control>}{Enter}{/Control}');
    return screen.findByRole('region', { name: 'Fakturan finns redan' });
  };

  test('stops the verification and says who vouched for it; it is set aside', async () => {
    const { user, invoice: now } = await showApp([verified, draft]);
    const panel = await openPanel(user);
    await within(panel).findByText(/Exempelbolaget AB 10045 är redan verifierad. Av Bo Lind/);
    expect(now(draft.id)?.state).toBe('scanned');
    await user.click(within(panel).getByRole('button', { name: 'Lägg undan som dubblett' }));
    await waitFor(() => expect(now(draft.id)).toMatchObject({ state: 'duplicate', duplicateOf: verified.id }));
  });

  test('is verified all the same with a reason, by keyboard', async () => {
    const { user, invoice: now } = await showApp([verified, draft]);
    const panel = await openPanel(user);
    await waitFor(() => expect(document.activeElement).toBe(within(panel).getByRole('textbox', { name: 'Motivering' })));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await within(panel).findByText('Skriv varför det inte är en dubblett.');
    await user.keyboard('Delleverans två{Enter}');
    await waitFor(() => expect(now(draft.id)).toMatchObject({ state: 'verified', despiteDuplicate: 'Delleverans två' }));
  });
});

test('an invoice with changes that the server has not answered is marked as preliminary', async () => {
  const { user } = await showApp([invoice], undefined, {
    status: aJoined({ state: 'no-answer', waiting: 1 }),
    waiting: [aWaitingLine()],
  });
  await openFirst(user);
  await screen.findByText('Preliminär');
});

describe('a picture that is not on this computer', () => {
  const picture = () => {
    const image = screen.getByRole('region', { name: /^Fakturans bild/ }).querySelector('img');
    if (image === null) throw new Error('no picture is shown');
    return image;
  };

  test('is fetched once from the server and shown', async () => {
    const start = { status: aJoined(), blobs: ['a'.repeat(64)] };
    const { user, asked } = await showApp([invoice], undefined, start);
    await openFirst(user);
    const first = picture();
    fireEvent.error(first);
    await waitFor(() => expect(picture()).not.toBe(first));
    expect(asked.filter(({ name, input }) => name === 'blobs/fetch' && JSON.stringify(input).includes('aaa'))).toHaveLength(1);
  });

  test('and cannot be had is told of in words, and asked for again when the server answers', async () => {
    const start = { status: aJoined({ state: 'no-answer' }), blobs: ['a'.repeat(64)] };
    const { user, become } = await showApp([invoice], undefined, start);
    await openFirst(user);
    fireEvent.error(picture());
    await screen.findByText(/Bilden finns inte på den här datorn och servern svarar inte/);
    act(() => void become(aJoined()));
    await waitFor(() => expect(picture()).toBeTruthy());
  });
});
