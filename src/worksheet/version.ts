/** The version of the add-in, as the package and the manifest state it (a test compares them): a tab says which one built it. */
export const version = '0.1.0';
