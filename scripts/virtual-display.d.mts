export type VirtualDisplay = { readonly display: string; stop(): void };

export function startVirtualDisplay(): Promise<VirtualDisplay>;
