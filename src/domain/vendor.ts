/** The id of a vendor: a value of the schema's enum `Vendor`. The registry of vendors says which there are. */
export type Vendor = string;
