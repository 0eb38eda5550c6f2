export type ElectronRuntime = { readonly executablePath: string; readonly version: string; readonly standIn: boolean };

export function ensureElectron(): Promise<ElectronRuntime>;
