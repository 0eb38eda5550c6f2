/** The icons in use, by what they mean here. An icon never stands without text or an accessible name. */

export { Add16Regular as AddIcon } from '@fluentui/react-icons/svg/add';
export { ArrowSync16Regular as ReadingIcon } from '@fluentui/react-icons/svg/arrow-sync';
export { ArrowUndo16Regular as UndoIcon } from '@fluentui/react-icons/svg/arrow-undo';
export { ArrowUpload16Regular as UploadIcon } from '@fluentui/react-icons/svg/arrow-upload';
export { Attach16Regular as AppendixIcon } from '@fluentui/react-icons/svg/attach';
export { BarcodeScanner20Regular as BarcodeIcon } from '@fluentui/react-icons/svg/barcode-scanner';
export { Box20Regular as BasketIcon } from '@fluentui/react-icons/svg/box';
export { Building20Regular as BuildingIcon } from '@fluentui/react-icons/svg/building';
export { CalendarClock20Regular as CalendarIcon } from '@fluentui/react-icons/svg/calendar-clock';
export { CalendarDay20Regular as TodayIcon } from '@fluentui/react-icons/svg/calendar-day';
export { Call20Regular as CallIcon } from '@fluentui/react-icons/svg/call';
export { Checkmark16Regular as DoneIcon } from '@fluentui/react-icons/svg/checkmark';
export {
  CheckmarkCircle16Regular as SafeIcon,
  CheckmarkCircle20Regular as AllDoneIcon,
} from '@fluentui/react-icons/svg/checkmark-circle';
export { ChevronDown16Regular as DownIcon } from '@fluentui/react-icons/svg/chevron-down';
export { ChevronRight16Regular as RightIcon } from '@fluentui/react-icons/svg/chevron-right';
export { Circle16Regular as MissingIcon } from '@fluentui/react-icons/svg/circle';
export { CloudArrowUp16Regular as SendingIcon } from '@fluentui/react-icons/svg/cloud-arrow-up';
export { CloudCheckmark16Regular as SyncedIcon } from '@fluentui/react-icons/svg/cloud-checkmark';
export { CloudDismiss16Regular as CutOffIcon } from '@fluentui/react-icons/svg/cloud-dismiss';
export { CloudOff16Regular as NoServerIcon } from '@fluentui/react-icons/svg/cloud-off';
export { CloudSync16Regular as RebuildingIcon } from '@fluentui/react-icons/svg/cloud-sync';
export { ContactCard20Regular as CustomerIcon } from '@fluentui/react-icons/svg/contact-card';
export { DarkTheme20Regular as DisplayIcon } from '@fluentui/react-icons/svg/dark-theme';
export { DataBarVertical20Regular as OverviewIcon } from '@fluentui/react-icons/svg/data-bar-vertical';
export { Delete16Regular as DroppedIcon } from '@fluentui/react-icons/svg/delete';
export { Dismiss16Regular as CloseIcon } from '@fluentui/react-icons/svg/dismiss';
export { DismissCircle16Filled as FaultIcon } from '@fluentui/react-icons/svg/dismiss-circle';
export { DocumentArrowDown16Regular as CopyIcon } from '@fluentui/react-icons/svg/document-arrow-down';
export { DocumentText16Regular as DocumentIcon } from '@fluentui/react-icons/svg/document-text';
export { ErrorCircle16Filled as ErrorSignIcon } from '@fluentui/react-icons/svg/error-circle';
export { Filter16Regular as FilterIcon } from '@fluentui/react-icons/svg/filter';
export { Folder16Regular as FolderIcon } from '@fluentui/react-icons/svg/folder';
export { History16Regular as HistoryIcon } from '@fluentui/react-icons/svg/history';
export { Hourglass16Regular as WaitingIcon } from '@fluentui/react-icons/svg/hourglass';
export { Info16Regular as InfoIcon } from '@fluentui/react-icons/svg/info';
export { Keyboard20Regular as KeyboardIcon } from '@fluentui/react-icons/svg/keyboard';
export { Lightbulb16Regular as LearnIcon } from '@fluentui/react-icons/svg/lightbulb';
export { LocalLanguage20Regular as LanguageIcon } from '@fluentui/react-icons/svg/local-language';
export { LockClosed20Regular as LockIcon } from '@fluentui/react-icons/svg/lock-closed';
export { MailInbox20Regular as InboxIcon } from '@fluentui/react-icons/svg/mail-inbox';
export { Navigation20Regular as MenuLinesIcon } from '@fluentui/react-icons/svg/navigation';
export { Pause16Regular as ParkIcon } from '@fluentui/react-icons/svg/pause';
export { PeopleCheckmark20Regular as FourEyesIcon } from '@fluentui/react-icons/svg/people-checkmark';
export { Person20Regular as PersonIcon } from '@fluentui/react-icons/svg/person';
export { Play16Regular as ResumeIcon } from '@fluentui/react-icons/svg/play';
export { Print16Regular as PrintIcon } from '@fluentui/react-icons/svg/print';
export { QuestionCircle16Filled as CheckIcon } from '@fluentui/react-icons/svg/question-circle';
export { Search16Regular as SearchIcon } from '@fluentui/react-icons/svg/search';
export { Settings20Regular as SettingsIcon } from '@fluentui/react-icons/svg/settings';
export { ShieldCheckmark20Regular as ControlIcon } from '@fluentui/react-icons/svg/shield-checkmark';
export { SubtractCircle16Regular as AbsentIcon } from '@fluentui/react-icons/svg/subtract-circle';
export { Tag20Regular as ArticleIcon } from '@fluentui/react-icons/svg/tag';
export { TaskListSquareLtr20Regular as RegisterQueueIcon } from '@fluentui/react-icons/svg/task-list-square-ltr';
export { Warning16Regular as WarningIcon } from '@fluentui/react-icons/svg/warning';
