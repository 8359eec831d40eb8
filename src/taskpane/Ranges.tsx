import { Button, Field, Input, makeStyles, mergeClasses, Select, shorthands, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import type { Role } from '../plan/plan';
import { usePane } from './context';
import { emptyDraft, type DraftSource } from './draft';
import { ErrorNotice } from './ErrorNotice';
import { Notice, Section } from './layout';
import { errorsIn } from './findings';
import { personWords } from './personWords';
import { movedIn } from './restored';
import { offeredRoles, roleWords } from './roleWords';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: '8px',
    padding: '10px',
    margin: 0,
    minWidth: 0,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  armed: { ...shorthands.borderColor(tokens.colorBrandStroke1), boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke1}` },
  field: { gridTemplateColumns: 'minmax(0, 1fr)' },
  legend: { fontWeight: tokens.fontWeightSemibold, padding: '0 4px', marginLeft: '-4px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
});

/** The ranges that the form is read from, each with what it holds. */
export const Ranges = () => {
  const { session, state, draft } = usePane();
  const styles = useStyles();
  const addButton = useRef<HTMLButtonElement>(null);
  const other = state.drafts[state.person === 'T' ? 'S' : 'T'];
  const untouched = draft.sources.every(({ role, typed }) => role === null && typed === '');
  return (
    <Section title="Where the amounts stand">
      {movedIn(state.tabs, state.person).map((problem) => <Notice key={problem} kind="warning" word="Look">{problem}</Notice>)}
      {untouched && other.sources !== emptyDraft.sources && (
        <div className={styles.buttons}>
          <Button onClick={() => session.takeRangesOfOther()}>Use the {personWords[state.person === 'T' ? 'S' : 'T'].toLowerCase()}’s ranges</Button>
        </div>
      )}
      {draft.sources.map((source, index) => (
        <RangeCard
          key={source.id}
          source={source}
          number={index + 1}
          removed={() => addButton.current?.focus()}
        />
      ))}
      <div className={styles.buttons}>
        <Button ref={(button: HTMLButtonElement | null) => { addButton.current = button; }} onClick={() => session.addSource()}>Add a range</Button>
      </div>
    </Section>
  );
};

const RangeCard = ({ source, number, removed }: { readonly source: DraftSource; readonly number: number; readonly removed: () => void }) => {
  const { session, state, draft, result } = usePane();
  const styles = useStyles();
  const chooser = useRef<HTMLSelectElement>(null);
  const armed = state.armed === source.id;
  const errors = errorsIn(source, result);
  const confirmOnEnter = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') void session.confirmAddress(source.id);
  };
  const name = `range ${number}`;
  return (
    <fieldset className={mergeClasses(styles.card, armed && styles.armed)}>
      <legend className={styles.legend}>Range {number}</legend>
      <Field className={styles.field} label="What it holds" {...(source.role === null ? {} : { hint: roleWords[source.role].hint })}>
        <Select ref={(select: HTMLSelectElement | null) => { chooser.current = select; }} value={source.role ?? ''} onChange={(_, { value }) => session.chooseRole(source.id, value === '' ? null : (value as Role))}>
          <option value="">Choose</option>
          {offeredRoles.map((role) => <option key={role} value={role}>{roleWords[role].says}</option>)}
        </Select>
      </Field>
      {source.role === null && source.proposed !== null && (
        <div className={styles.buttons}>
          <Button size="small" appearance="primary" onClick={() => { chooser.current?.focus(); session.chooseRole(source.id, source.proposed); }}>
            {`Accept “${roleWords[source.proposed].says}” for ${name}`}
          </Button>
        </div>
      )}
      <Field className={styles.field} label="Address" {...(source.problem === null ? {} : { validationMessage: source.problem, validationState: 'error' as const })}>
        <Input
          value={source.typed}
          placeholder="'IRA-1'!A4:F12"
          autoComplete="off"
          spellCheck={false}
          onChange={(_, { value }) => session.typeAddress(source.id, value)}
          onBlur={() => { if (state.armed !== source.id) void session.confirmAddress(source.id); }}
          onKeyDown={confirmOnEnter}
        />
      </Field>
      <div className={styles.buttons}>
        <Button size="small" aria-label={`Use selection for ${name}`} onClick={() => void session.useSelection(source.id)}>Use selection</Button>
        <Button
          size="small"
          appearance={armed ? 'primary' : 'secondary'}
          aria-label={armed ? `Stop following for ${name}` : `Follow selection for ${name}`}
          onClick={() => void (armed ? session.disarm() : session.arm(source.id))}
        >
          {armed ? 'Stop following' : 'Follow selection'}
        </Button>
        {draft.sources.length > 1 && (
          <Button size="small" appearance="subtle" aria-label={`Remove ${name}`} onClick={() => { removed(); session.removeSource(source.id); }}>Remove</Button>
        )}
      </div>
      {errors.map((error) => <ErrorNotice key={error.text} error={error} />)}
    </fieldset>
  );
};
