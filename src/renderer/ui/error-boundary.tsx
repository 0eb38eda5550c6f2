import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode; readonly fallback: (again: () => void) => ReactNode };

/** A broken part of the screen does not take the rest with it. React wants a class here. */
export class ErrorBoundary extends Component<Props, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback(() => this.setState({ broken: false })) : this.props.children;
  }
}
