/** Meta tags of a page, in the order of the notice: site, column, article (国办发〔2017〕47号). */
export type PageTags = readonly (readonly [name: string, content: string])[];
