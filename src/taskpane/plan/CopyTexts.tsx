import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { CopyText } from '../../planner/planner';
import { Section } from '../layout';

/** Texts for somebody else. They leave the pane only by the user's own hand: nothing is sent. */
export const CopyTexts = ({ texts }: { readonly texts: readonly CopyText[] }) => {
  if (texts.length === 0) return null;
  return <Section title="To copy">{texts.map((text) => <OneText key={text.title} text={text} />)}</Section>;
};

const OneText = ({ text: { title, lines } }: { readonly text: CopyText }) => {
  const [said, setSaid] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const text = lines.join('\n');
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('Copied.');
    } catch {
      // Some of Excel's panes may not touch the clipboard: then the text is marked, and the keyboard copies it.
      field.current?.focus();
      field.current?.select();
      setSaid('Marked: press Ctrl+C (on a Mac, Command+C) to copy.');
    }
  };
  return (
    <div>
      <Field label={title}>
        <Textarea ref={(area: HTMLTextAreaElement | null) => { field.current = area; }} readOnly resize="vertical" value={text} rows={Math.min(12, lines.length + 2)} />
      </Field>
      <Button size="small" aria-label={`Copy: ${title}`} onClick={() => void copy()}>Copy</Button> <span aria-live="polite">{said}</span>
    </div>
  );
};
