/** The page's entry. For now it only shows that it runs; the shell takes its place. */
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<main>Fakturist</main>);
