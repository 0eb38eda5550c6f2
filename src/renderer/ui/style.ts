/** The one way to style: Fluent's own, so that light, dark, density and contrast follow from its tokens. */
export { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
