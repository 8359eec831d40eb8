import { Dialog } from './Dialog';
import type { AgreementInWords } from './agreementWords';

export const AgreementDetails = ({ agreement, onClose }: { readonly agreement: AgreementInWords; readonly onClose: () => void }) => (
  <Dialog title="Formulas of the file" onClose={onClose}>
    <p>
      {agreement.text} Saving keeps the values of the file for every formula that nothing you do here reaches; the page shows
      them too.
    </p>
    <ul className="details">{agreement.details.map((detail) => <li key={detail}>{detail}</li>)}</ul>
    <div className="actions">
      <button type="button" className="primary" onClick={onClose}>Close</button>
    </div>
  </Dialog>
);
