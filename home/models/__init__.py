from .guides import GuidePage, ServiceIndexPage
from .home import HomePage
from .menus import HeaderLink
from .news import NewsIndexPage, NewsPage
from .one_things import OneThingIndexPage, OneThingPage
from .points import PointIndexPage, PointPage, WindowPage
from .policies import PolicyIndexPage, PolicyPage
from .site import PageGeneration, SiteSettings
from .texts import StaticPage

__all__ = [
    "GuidePage",
    "HeaderLink",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "OneThingIndexPage",
    "OneThingPage",
    "PageGeneration",
    "PointIndexPage",
    "PointPage",
    "PolicyIndexPage",
    "PolicyPage",
    "ServiceIndexPage",
    "SiteSettings",
    "StaticPage",
    "WindowPage",
]
