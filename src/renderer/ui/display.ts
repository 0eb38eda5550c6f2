import { createContext, useContext } from 'react';
import { controlSize, type Density, rowHeight } from './theme.ts';

export const DensityContext = createContext<Density>('normal');

export const useDensity = (): Density => useContext(DensityContext);
export const useControlSize = (): 'small' | 'medium' | 'large' => controlSize[useDensity()];
export const useRowHeight = (): number => rowHeight[useDensity()];
