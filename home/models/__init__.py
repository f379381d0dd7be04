from .guides import GuidePage, ServiceIndexPage
from .home import HomePage
from .news import NewsIndexPage, NewsPage
from .points import PointIndexPage, PointPage, WindowPage
from .policies import PolicyIndexPage, PolicyPage
from .site import PageGeneration, SiteSettings
from .texts import StaticPage

__all__ = [
    "GuidePage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
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
