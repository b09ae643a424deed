/** The registry's methods that do no more than put an entry into a list: name, list, and arguments in order. */

/** Methods that take one component. */
export const componentMethods = {
  registerRootComponent: 'Root',
  registerPopoverUserAttributesComponent: 'PopoverUserAttributes',
  registerPopoverUserActionsComponent: 'PopoverUserActions',
  registerLeftSidebarHeaderComponent: 'LeftSidebarHeader',
  registerBottomTeamSidebarComponent: 'BottomTeamSidebar',
  registerPostMessageAttachmentComponent: 'PostMessageAttachment',
  registerLinkTooltipComponent: 'LinkTooltip',
  registerChannelHeaderIcon: 'ChannelHeaderIcon',
  registerPostActionComponent: 'PostAction',
  registerPostEditorActionComponent: 'PostEditorAction',
  registerCodeBlockActionComponent: 'CodeBlockAction',
  registerNewMessagesSeparatorActionComponent: 'NewMessagesSeparatorAction',
  registerPostDropdownMenuComponent: 'PostDropdownMenuItem',
  registerSidebarChannelLinkLabelComponent: 'SidebarChannelLinkLabel',
  registerChannelToastComponent: 'ChannelToast',
  registerGlobalComponent: 'Global',
  registerSystemConsoleGroupTable: 'SystemConsoleGroupTable',
} as const;

/** Methods that take one hook. */
export const hookMethods = {
  registerFilesWillUploadHook: 'FilesWillUploadHook',
  registerMessageWillBePostedHook: 'MessageWillBePosted',
  registerSlashCommandWillBePostedHook: 'SlashCommandWillBePosted',
  registerMessageWillFormatHook: 'MessageWillFormat',
  registerMessageWillBeUpdatedHook: 'MessageWillBeUpdated',
  registerDesktopNotificationHook: 'DesktopNotificationHooks',
} as const;

/** Methods that take several things. */
export const entryMethods = {
  registerChannelIntroButtonAction: ['ChannelIntroButton', ['icon', 'action', 'text']],
  registerMainMenuAction: ['MainMenu', ['text', 'action', 'mobileIcon']],
  registerChannelHeaderMenuAction: ['ChannelHeader', ['text', 'action', 'shouldRender']],
  registerFileDropdownMenuAction: ['FilesDropdown', ['match', 'text', 'action']],
  registerUserGuideDropdownMenuAction: ['UserGuideDropdown', ['text', 'action']],
  registerPostDropdownMenuAction: ['PostDropdownMenu', ['text', 'action', 'filter']],
  registerFileUploadMethod: ['FileUploadMethod', ['icon', 'action', 'text']],
  registerFilePreviewComponent: ['FilePreview', ['override', 'component']],
  registerActionAfterChannelCreation: ['CreateBoardFromTemplate', ['component', 'action']],
  registerSidebarBrowseOrAddChannelMenuAction: [
    'SidebarBrowseOrAddChannelMenu',
    ['text', 'action', 'icon'],
  ],
  registerPostWillRenderEmbedComponent: [
    'PostWillRenderEmbedComponent',
    ['match', 'component', 'toggleable'],
  ],
} as const;

/** Arguments that may be a component where an element is meant. */
export const elementArguments: readonly string[] = [
  'icon',
  'text',
  'mobileIcon',
  'dropdownText',
  'tooltipText',
  'title',
  'button',
  'dropdownButton',
];
