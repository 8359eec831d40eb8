import type { PageState } from './session';

export const Notice = ({ notice: { kind, text, details }, onClose }: { readonly notice: NonNullable<PageState['notice']>; readonly onClose: () => void }) => (
  <div className={`notice ${kind}`} role="alert">
    <div>
      <p>{text}</p>
      {details.length > 0 && <ul>{details.map((detail) => <li key={detail}>{detail}</li>)}</ul>}
    </div>
    <button type="button" className="close" aria-label="Close this message" onClick={onClose}>✕</button>
  </div>
);
